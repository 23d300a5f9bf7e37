//! A person as the index takes them: codes as numbers, weights as points.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::problem::{Location, Mode, Participant, Role};
use crate::rule::{Week, value};
use crate::week::Grain;

/// The numbers of the codes that at least one worker has.
#[derive(Clone, Debug, Default)]
pub(crate) struct Codes(HashMap<String, u32>);

impl Codes {
    pub(crate) fn number(&mut self, code: &str) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        match self.0.get(code) {
            Some(number) => *number,
            None => *self.0.entry(code.to_owned()).or_insert(next),
        }
    }

    pub(crate) fn get(&self, code: &str) -> Option<u32> {
        self.0.get(code).copied()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Words of bits with one bit a code.
    pub(crate) fn words(&self) -> usize {
        self.len().div_ceil(64)
    }

    /// The numbers of codes all of which are needed, each once; `None` when nobody has one.
    fn all<'a>(&self, codes: impl Iterator<Item = &'a String>) -> Option<Vec<u32>> {
        let mut numbers: Vec<u32> = codes.map(|code| self.get(code)).collect::<Option<_>>()?;
        numbers.sort_unstable();
        numbers.dedup();
        Some(numbers)
    }
}

/// All numbers of codes that a problem's workers use.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dictionary {
    pub(crate) languages: Codes,
    pub(crate) experiences: Codes,
    pub(crate) traits: Codes,
    pub(crate) trainings: Codes,
    pub(crate) sectors: Codes,
}

/// A sector that no worker has.
pub(crate) const NO_SECTOR: u32 = u32::MAX;

/// Things with weights, of which a worker has some.
#[derive(Clone, Debug, Default)]
pub(crate) struct Weighed {
    /// Word of the worker's record, bit in it, weight; the weightiest first.
    pub(crate) bits: Vec<(u32, u32, u32)>,
    /// The points for each sum of weights met.
    pub(crate) points: Vec<u16>,
}

impl Weighed {
    fn new(most: u32, entries: impl Iterator<Item = (Option<u32>, u8)>, from_word: usize) -> Self {
        let (mut bits, mut all) = (Vec::new(), 0_u32);
        for (code, weight) in entries {
            all = all.saturating_add(u32::from(weight));
            if let Some(code) = code {
                let word = u32::try_from(from_word).unwrap_or(0) + code / 64;
                bits.push((word, code % 64, u32::from(weight)));
            }
        }
        bits.sort_by_key(|&(word, bit, weight)| (Reverse(weight), word, bit));
        let met: u32 = bits.iter().map(|(_, _, weight)| weight).sum();
        let part = |met: u32| match all {
            0 => most / 2,
            _ => u32::try_from(u64::from(most) * u64::from(met) / u64::from(all)).unwrap_or(most),
        };
        let points = (0..=met).map(|met| u16::try_from(part(met)).unwrap_or(u16::MAX));
        Weighed {
            bits,
            points: points.collect(),
        }
    }

    /// The points of somebody who has all that any worker has.
    pub(crate) fn most(&self) -> u16 {
        self.points.last().copied().unwrap_or(0)
    }

    /// The points of a worker by their record.
    pub(crate) fn points(&self, record: &[u64]) -> u16 {
        let met: u32 = self
            .bits
            .iter()
            .map(|&(word, bit, weight)| weight * (record[word as usize] >> bit & 1) as u32)
            .sum();
        self.points[met as usize]
    }
}

/// A person ready to be held against workers.
#[derive(Clone, Debug)]
pub(crate) struct Asker {
    /// What a match with a score of 0 would be worth.
    pub(crate) base: i64,
    pub(crate) role: usize,
    pub(crate) experiences: Weighed,
    pub(crate) wishes: Weighed,
    pub(crate) sector: u32,
    /// The week in the index's slots, if it fits them.
    pub(crate) week: Option<Vec<u64>>,
    pub(crate) spans: Week,
    pub(crate) languages: Vec<u32>,
    pub(crate) modes: [bool; 4],
    /// Numbers of traits; `None` when one of them is nobody's.
    pub(crate) musts: Option<Vec<u32>>,
    /// Numbers of trainings; `None` when one of them is nobody's.
    pub(crate) needs: Option<Vec<u32>>,
    pub(crate) place: (Option<Location>, Option<f64>),
    /// Workers whom one of the two has excluded.
    pub(crate) excluded: Vec<u32>,
}

/// Where a role stands in lists by role.
pub(crate) fn role_number(role: Role) -> usize {
    match role {
        Role::PeerWorker => 0,
        Role::RecoveryCoach => 1,
        Role::CarerPeer => 2,
    }
}

/// Where a way of meeting stands in lists by way.
pub(crate) fn mode_number(mode: Mode) -> usize {
    match mode {
        Mode::Chat => 0,
        Mode::Phone => 1,
        Mode::Video => 2,
        Mode::InPerson => IN_PERSON,
    }
}

/// Where meeting face to face stands.
pub(crate) const IN_PERSON: usize = 3;

impl Asker {
    pub(crate) fn new(
        person: &Participant,
        codes: &Dictionary,
        grain: Grain,
        excluded: Vec<u32>,
    ) -> Asker {
        let experiences = person.experiences.iter();
        let experiences = experiences.map(|e| (codes.experiences.get(&e.code), e.weight));
        let wishes = person.wishes.iter();
        let wishes = wishes.map(|wish| (codes.traits.get(&wish.trait_name), wish.weight));
        let musts = person.wishes.iter().filter(|wish| wish.must);
        let mut languages: Vec<u32> = person
            .languages
            .iter()
            .filter_map(|tag| codes.languages.get(tag))
            .collect();
        languages.sort_unstable();
        languages.dedup();
        let mut modes = [false; 4];
        for mode in &person.modes {
            modes[mode_number(*mode)] = true;
        }
        let spans = Week::of(&person.availability);
        let sector = person.sector.as_ref();
        Asker {
            base: value(person, 0),
            role: role_number(person.role),
            experiences: Weighed::new(500, experiences, 0),
            wishes: Weighed::new(200, wishes, codes.experiences.words()),
            sector: sector
                .and_then(|sector| codes.sectors.get(sector))
                .unwrap_or(NO_SECTOR),
            week: grain.bits(&spans),
            spans,
            languages,
            modes,
            musts: codes.traits.all(musts.map(|wish| &wish.trait_name)),
            needs: codes.trainings.all(person.needs.iter()),
            place: (person.location, person.max_km),
            excluded,
        }
    }
}
