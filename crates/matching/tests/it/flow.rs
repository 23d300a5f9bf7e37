//! The largest sum by a plain min-cost flow on the whole network: one more person at a time along
//! the way that gains most, found by going over all lines until nothing changes. No prices, no
//! index, no pricing: slow, and easy to believe.

/// A line of the network, with what is left of it in this direction.
struct Line {
    to: usize,
    room: u64,
    /// What one unit gains.
    gain: i64,
}

/// Lines stand in pairs: `n` and `n ^ 1` are one line in its two directions.
struct Network {
    lines: Vec<Line>,
    from: Vec<Vec<usize>>,
}

impl Network {
    fn add(&mut self, from: usize, to: usize, room: u64, gain: i64) {
        self.from[from].push(self.lines.len());
        self.lines.push(Line { to, room, gain });
        self.from[to].push(self.lines.len());
        self.lines.push(Line {
            to: from,
            room: 0,
            gain: -gain,
        });
    }

    /// The way from `start` to `end` that gains most, by its lines.
    fn way(&self, start: usize, end: usize) -> Option<(i64, Vec<usize>)> {
        let mut most: Vec<Option<i64>> = vec![None; self.from.len()];
        let mut came = vec![usize::MAX; self.from.len()];
        most[start] = Some(0);
        let mut to_look_at = std::collections::VecDeque::from([start]);
        let mut waits = vec![false; self.from.len()];
        while let Some(place) = to_look_at.pop_front() {
            waits[place] = false;
            let so_far = most[place].expect("a place that waits has been reached");
            for &number in &self.from[place] {
                let line = &self.lines[number];
                if line.room > 0 && most[line.to].is_none_or(|gain| gain < so_far + line.gain) {
                    most[line.to] = Some(so_far + line.gain);
                    came[line.to] = number;
                    if !std::mem::replace(&mut waits[line.to], true) {
                        to_look_at.push_back(line.to);
                    }
                }
            }
        }
        let gain = most[end]?;
        let (mut lines, mut place) = (Vec::new(), end);
        while place != start {
            lines.push(came[place]);
            place = self.lines[came[place] ^ 1].to;
        }
        Some((gain, lines))
    }
}

/// The largest sum of values when each person has at most one worker.
pub(crate) fn most(values: &[Vec<Option<i64>>], capacity: &[u64]) -> i64 {
    let (people, workers) = (values.len(), capacity.len());
    let (start, end) = (people + workers, people + workers + 1);
    let mut network = Network {
        lines: Vec::new(),
        from: vec![Vec::new(); end + 1],
    };
    for (person, row) in values.iter().enumerate() {
        network.add(start, person, 1, 0);
        for (worker, value) in row.iter().enumerate() {
            if let Some(value) = value {
                network.add(person, people + worker, 1, *value);
            }
        }
    }
    for (worker, room) in capacity.iter().enumerate() {
        network.add(people + worker, end, *room, 0);
    }
    let mut sum = 0;
    while let Some((gain, lines)) = network.way(start, end) {
        if gain <= 0 {
            break;
        }
        sum += gain;
        for number in lines {
            network.lines[number].room -= 1;
            network.lines[number ^ 1].room = network.lines[number ^ 1].room.saturating_add(1);
        }
    }
    sum
}
