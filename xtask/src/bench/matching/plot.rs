//! The picture of growth: seconds against all pairs, both axes logarithmic, drawn as SVG by hand.

use super::measure::Measured;
use super::report::{Row, rows};
use std::fmt::Write as _;

const WIDE: f64 = 860.0;
const HIGH: f64 = 540.0;
/// Left, top, right, bottom of what is drawn in.
const FRAME: [f64; 4] = [84.0, 40.0, 660.0, 470.0];

/// In daylight and at night by what the reader's system asks for, on a ground of its own.
const LOOK: &str = "\
.ground{fill:#fdfcfa}.text{fill:#26323a}.soft{fill:#55646d}.grid{stroke:#dcdfe0}.frame{stroke:#8b979e}\
.even{stroke:#55646d}.slack{stroke:#0b6b62;fill:#0b6b62}.tight{stroke:#a8480f;fill:#a8480f}\
.other{stroke:#5b4aa8;fill:#5b4aa8}\
@media(prefers-color-scheme:dark){.ground{fill:#182025}.text{fill:#e8ecee}.soft{fill:#b3bfc5}.grid{stroke:#323d44}\
.frame{stroke:#7f8c93}.even{stroke:#b3bfc5}.slack{stroke:#5cc9bb;fill:#5cc9bb}.tight{stroke:#f0a070;fill:#f0a070}\
.other{stroke:#b3a5f5;fill:#b3a5f5}}\
text{font-family:system-ui,sans-serif;font-size:14px;stroke:none}\
path{fill:none;stroke-width:2.5}.grid,.frame{stroke-width:1}.even{stroke-width:1.5;stroke-dasharray:6 5}.dashed{stroke-dasharray:2 4}";

/// A line of the picture.
struct Line {
    class: &'static str,
    name: &'static str,
    dashed: bool,
    /// All pairs, seconds.
    points: Vec<(f64, f64)>,
}

/// The decades that an axis shows.
#[derive(Clone, Copy)]
struct Axis {
    low: i32,
    high: i32,
    from: f64,
    to: f64,
}

impl Axis {
    fn over(values: impl Iterator<Item = f64> + Clone, from: f64, to: f64) -> Self {
        let least = values.clone().fold(f64::INFINITY, f64::min).log10().floor();
        let most = values.fold(f64::NEG_INFINITY, f64::max).log10().ceil();
        // A handful of decades, whatever was measured.
        let (low, high) = (
            least.clamp(-9.0, 15.0) as i32,
            most.clamp(-9.0, 15.0) as i32,
        );
        Self {
            low,
            high: high.max(low + 1),
            from,
            to,
        }
    }

    fn at(&self, value: f64) -> f64 {
        let part = (value.log10() - f64::from(self.low)) / f64::from(self.high - self.low);
        self.from + part * (self.to - self.from)
    }

    fn decades(&self) -> impl Iterator<Item = i32> {
        self.low..=self.high
    }
}

/// Draws what was measured.
pub(super) fn growth(measured: &[Measured]) -> String {
    let rows = rows(measured);
    let lines = lines(&rows);
    let points = lines.iter().flat_map(|line| line.points.iter().copied());
    let [left, top, right, bottom] = FRAME;
    let x = Axis::over(points.clone().map(|point| point.0), left, right);
    let y = Axis::over(points.map(|point| point.1), bottom, top);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDE} {HIGH}\" role=\"img\" aria-labelledby=\"title\">\n\
         <title id=\"title\">Seconds to match, against all pairs of people and workers</title>\n\
         <style>{LOOK}</style>\n<rect class=\"ground\" width=\"{WIDE}\" height=\"{HIGH}\"/>\n"
    );
    grid(&mut svg, x, y);
    even(&mut svg, x, y, &lines);
    let mut labels = Vec::new();
    for line in &lines {
        draw(&mut svg, x, y, line);
        if let Some(last) = line.points.last() {
            labels.push((y.at(last.1), x.at(last.0), line));
        }
    }
    names(&mut svg, labels);
    svg.push_str("</svg>\n");
    svg
}

/// Ours, slack and tight, and OR-Tools' where it was run.
fn lines(rows: &[Row<'_>]) -> Vec<Line> {
    let mut lines = Vec::new();
    let kinds = [
        (
            "slack",
            "cairn match, slack",
            "OR-Tools alone, slack",
            false,
        ),
        ("tight", "cairn match, tight", "OR-Tools alone, tight", true),
    ];
    for (class, name, other, tight) in kinds {
        let these = || rows.iter().filter(move |row| row.tight == tight);
        let pairs = |row: &Row<'_>| (row.people * row.workers) as f64;
        let mut add = |class, name, dashed, mut points: Vec<(f64, f64)>| {
            points.sort_by(|a, b| a.0.total_cmp(&b.0));
            if !points.is_empty() {
                lines.push(Line {
                    class,
                    name,
                    dashed,
                    points,
                });
            }
        };
        add(
            class,
            name,
            false,
            these().map(|row| (pairs(row), row.seconds())).collect(),
        );
        let flow = these().filter_map(|row| Some((pairs(row), row.flow_seconds()?)));
        add("other", other, tight, flow.collect());
    }
    lines
}

fn grid(svg: &mut String, x: Axis, y: Axis) {
    let [left, top, right, bottom] = FRAME;
    // Writing to a String cannot fail.
    for decade in x.decades() {
        let at = x.at(10_f64.powi(decade));
        let _ = writeln!(svg, "<path class=\"grid\" d=\"M{at:.1} {top}V{bottom}\"/>");
        let _ = writeln!(
            svg,
            "<text class=\"soft\" x=\"{at:.1}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            bottom + 22.0,
            counted(decade)
        );
    }
    for decade in y.decades() {
        let at = y.at(10_f64.powi(decade));
        let _ = writeln!(svg, "<path class=\"grid\" d=\"M{left} {at:.1}H{right}\"/>");
        let _ = writeln!(
            svg,
            "<text class=\"soft\" x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            left - 10.0,
            at + 5.0,
            timed(decade)
        );
    }
    let _ = writeln!(
        svg,
        "<path class=\"frame\" d=\"M{left} {top}V{bottom}H{right}\"/>"
    );
    let _ = writeln!(
        svg,
        "<text class=\"text\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">people times workers: all pairs</text>",
        f64::midpoint(left, right),
        bottom + 50.0
    );
    let _ = writeln!(
        svg,
        "<text class=\"text\" x=\"{left}\" y=\"{}\">time of the whole command</text>",
        top - 16.0
    );
}

/// 10 to the n-th, as `10 M`.
fn counted(decade: i32) -> String {
    let (letter, base) = match decade {
        9.. => (" G", 9),
        6.. => (" M", 6),
        3.. => (" k", 3),
        _ => ("", 0),
    };
    let number = 10_i64.pow(u32::try_from(decade - base).unwrap_or(0));
    format!("{number}{letter}")
}

fn timed(decade: i32) -> String {
    match decade {
        ..=-4 => format!("{} µs", 10_i64.pow(u32::try_from(decade + 6).unwrap_or(0))),
        -3..=-1 => format!("{} ms", 10_i64.pow(u32::try_from(decade + 3).unwrap_or(0))),
        _ => format!("{} s", 10_i64.pow(u32::try_from(decade).unwrap_or(0))),
    }
}

/// The line that grows exactly as pairs do, through our own point nearest below 10,000 x 2,000.
fn even(svg: &mut String, x: Axis, y: Axis, lines: &[Line]) {
    let ours = lines
        .iter()
        .find(|line| line.class == "slack")
        .map(|line| &line.points);
    let through = ours.and_then(|points| {
        let mut below = points.iter().filter(|point| point.0 <= 20_000_000.0);
        below.next_back().or(points.first())
    });
    let Some((pairs, seconds)) = through else {
        return;
    };
    let slope = seconds / pairs;
    // Cut to the frame: seconds lie between the ends of the axis.
    let ends = [10_f64.powi(x.low), 10_f64.powi(x.high)];
    let within = [10_f64.powi(y.low) / slope, 10_f64.powi(y.high) / slope];
    let (from, to) = (ends[0].max(within[0]), ends[1].min(within[1]));
    if from < to {
        let (x1, y1) = (x.at(from), y.at(from * slope));
        let (x2, y2) = (x.at(to), y.at(to * slope));
        let _ = writeln!(
            svg,
            "<path class=\"even\" d=\"M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}\"/>"
        );
        let (tx, ty) = (x1 + (x2 - x1) * 0.04, y1 + (y2 - y1) * 0.04);
        let _ = writeln!(
            svg,
            "<text class=\"soft\" x=\"{:.1}\" y=\"{:.1}\">as fast as pairs grow</text>",
            tx + 12.0,
            ty + 4.0
        );
    }
}

fn draw(svg: &mut String, x: Axis, y: Axis, line: &Line) {
    let mut path = String::new();
    for (index, point) in line.points.iter().enumerate() {
        let letter = if index == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{letter}{:.1} {:.1}", x.at(point.0), y.at(point.1));
    }
    let class = line.class;
    let dashed = if line.dashed { " dashed" } else { "" };
    let _ = writeln!(
        svg,
        "<path class=\"{class}{dashed}\" style=\"fill:none\" d=\"{path}\"/>"
    );
    for point in &line.points {
        let _ = writeln!(
            svg,
            "<circle class=\"{class}\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"4\"/>",
            x.at(point.0),
            y.at(point.1)
        );
    }
}

/// Each line's name beside its end, moved apart where they would lie on each other.
fn names(svg: &mut String, mut labels: Vec<(f64, f64, &Line)>) {
    labels.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut lowest = f64::NEG_INFINITY;
    for (y, x, line) in labels {
        let at = y.max(lowest + 19.0);
        lowest = at;
        let _ = writeln!(
            svg,
            "<path class=\"{}\" style=\"stroke-width:1;fill:none\" d=\"M{:.1} {y:.1}L{:.1} {at:.1}\"/>",
            line.class,
            x + 6.0,
            FRAME[2] + 12.0
        );
        let _ = writeln!(
            svg,
            "<text class=\"{}\" style=\"stroke:none\" x=\"{:.1}\" y=\"{:.1}\">{}</text>",
            line.class,
            FRAME[2] + 18.0,
            at + 5.0,
            line.name
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_show_whole_decades() {
        let axis = Axis::over([0.004, 0.4, 20.0].into_iter(), 0.0, 500.0);
        assert_eq!((axis.low, axis.high), (-3, 2));
        assert!((axis.at(0.1) - 200.0).abs() < 1e-9);
        let one = Axis::over([1.0].into_iter(), 0.0, 1.0);
        assert_eq!((one.low, one.high), (0, 1));
        let words: Vec<String> = [-4, -3, -1, 0, 1].map(timed).into();
        assert_eq!(words, ["100 µs", "1 ms", "100 ms", "1 s", "10 s"]);
        let words: Vec<String> = [2, 4, 6, 10].map(counted).into();
        assert_eq!(words, ["100", "10 k", "1 M", "10 G"]);
    }
}
