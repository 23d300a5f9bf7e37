//! The possible workers of a person, those with the most points first as far as that comes cheap,
//! so that most of the others are passed over without being scored.
//!
//! Half of all points are for experiences, and a person names few of them. Cutting the set of
//! possible workers with the set of those who have the first, then each part with the second, and
//! so on, leaves parts in which everybody has the same points for experiences; these come from a
//! table. What the rest could be worth at most is then known before a worker's record is read.

use crate::asker::Asker;
use crate::bits::Bits;
use crate::index::{Index, Room};

/// So many of a person's experiences divide the workers, the weightiest first; further ones are
/// looked up worker by worker. Each doubles the parts.
pub(crate) const DIVIDING: usize = 6;
/// Points for time, at most.
const TIME: u16 = 100;

impl Index {
    /// Calls `see` for every worker for whom all conditions but time hold, with the points of all
    /// parts but time. Only those in `open` are asked, and of them only those of whom `may` says
    /// that they could matter with so many points at most, time included. The order is the same
    /// each time.
    pub(crate) fn promising(
        &self,
        asker: &Asker,
        open: &Bits,
        room: &mut Room,
        may: impl Fn(usize, u16) -> bool,
        mut see: impl FnMut(usize, u16),
    ) {
        if !self.cut(asker, open, room) {
            return;
        }
        let dividing = asker.experiences.bits.len().min(DIVIDING);
        let further = &asker.experiences.bits[dividing..];
        let wishes = asker.wishes.most();
        let further_met: u32 = further.iter().map(|(_, _, weight)| weight).sum();
        std::mem::swap(&mut room.set, &mut room.parts[0]);
        self.divide(
            asker,
            0,
            0,
            &mut room.parts[..=dividing],
            &mut |met, part| {
                let experience = asker.experiences.points[(met + further_met) as usize];
                for worker in part.iter() {
                    let sure = self.sector_points(asker, worker) + self.headroom(worker);
                    if !may(worker, experience + wishes + sure + TIME) {
                        continue;
                    }
                    let record = self.record(worker);
                    let experience = match further.is_empty() {
                        true => experience,
                        false => asker.experiences.points(record),
                    };
                    see(worker, experience + asker.wishes.points(record) + sure);
                }
            },
        );
    }

    /// Divides the first set by the experiences from `at` on; the others are room to work in.
    fn divide(
        &self,
        asker: &Asker,
        at: usize,
        met: u32,
        sets: &mut [Bits],
        see: &mut impl FnMut(u32, &Bits),
    ) {
        let [set, rest @ ..] = sets else { return };
        if rest.is_empty() {
            return see(met, set);
        }
        let (word, bit, weight) = asker.experiences.bits[at];
        let have = self.experienced((word * 64 + bit) as usize);
        if have.split(set, &mut rest[0], true) {
            self.divide(asker, at + 1, met + weight, rest, see);
        }
        if have.split(set, &mut rest[0], false) {
            self.divide(asker, at + 1, met, rest, see);
        }
    }
}
