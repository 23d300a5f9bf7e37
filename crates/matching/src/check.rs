//! Holds an answer against its problem, trusting nothing in it and solving nothing.
//!
//! Why the prices prove the maximum: take any other assignment. The value of each of its pairs is
//! at most person's price + worker's price, so its sum is at most all people's prices plus each
//! worker's price times their capacity. The answer reaches exactly that bound, since its pairs are
//! worth exactly their two prices, whoever is left out has price 0, and so has every worker with
//! a place to spare.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::assignment::{ASSIGNMENT_FORMAT, Assigned, Assignment, Close, Reason, Unassigned};
use crate::closest::CLOSEST;
use crate::problem::Problem;
use crate::rule::Ready;

/// Says whether an answer is right in every number and proven to be the best.
///
/// # Errors
/// Everything found wrong, one sentence each.
pub fn check(problem: &Problem, assignment: &Assignment) -> Result<(), Vec<String>> {
    let mut check = Check::new(problem, assignment);
    check.format();
    check.everybody_once();
    for assigned in &assignment.assigned {
        check.pair(assigned);
    }
    check.objective();
    check.places();
    for unassigned in &assignment.unassigned {
        check.left_out(unassigned);
    }
    check.prices();
    if check.wrong.is_empty() {
        Ok(())
    } else {
        Err(check.wrong)
    }
}

struct Check<'a> {
    ready: Ready<'a>,
    assignment: &'a Assignment,
    people: HashMap<&'a str, usize>,
    workers: HashMap<&'a str, usize>,
    /// How many people the answer gives each worker.
    load: HashMap<&'a str, u64>,
    wrong: Vec<String>,
}

impl<'a> Check<'a> {
    fn new(problem: &'a Problem, assignment: &'a Assignment) -> Check<'a> {
        let mut load = HashMap::new();
        for pair in &assignment.assigned {
            *load.entry(pair.worker.as_str()).or_default() += 1;
        }
        let people = problem.participants.iter().enumerate();
        let workers = problem.workers.iter().enumerate();
        Check {
            ready: Ready::new(problem),
            assignment,
            people: people.map(|(i, person)| (person.id.as_str(), i)).collect(),
            workers: workers.map(|(i, worker)| (worker.id.as_str(), i)).collect(),
            load,
            wrong: Vec::new(),
        }
    }

    fn require(&mut self, holds: bool, otherwise: impl FnOnce() -> String) {
        if !holds {
            self.wrong.push(otherwise());
        }
    }

    fn format(&mut self) {
        let right = self.assignment.format == ASSIGNMENT_FORMAT;
        self.require(right, || format!("the format is not {ASSIGNMENT_FORMAT:?}"));
    }

    /// Each participant stands once, assigned or not, and both lists keep the problem's order.
    fn everybody_once(&mut self) {
        let assigned: Vec<&str> = self
            .assignment
            .assigned
            .iter()
            .map(|pair| pair.participant.as_str())
            .collect();
        let left_out: Vec<&str> = self
            .assignment
            .unassigned
            .iter()
            .map(|one| one.participant.as_str())
            .collect();
        let mut seen = HashSet::new();
        for id in assigned.iter().chain(&left_out) {
            self.require(self.people.contains_key(id), || {
                format!("participant {id:?} is unknown")
            });
            self.require(seen.insert(*id), || {
                format!("participant {id:?} stands twice")
            });
        }
        for person in &self.ready.problem.participants {
            let id = person.id.as_str();
            self.require(seen.contains(id), || {
                format!("participant {id:?} is missing")
            });
        }
        for list in [assigned, left_out] {
            let order = list.iter().map(|id| self.people.get(id));
            self.require(order.is_sorted(), || {
                "a list is not in the problem's order".into()
            });
        }
    }

    fn pair(&mut self, assigned: &Assigned) {
        let (p, w) = (assigned.participant.as_str(), assigned.worker.as_str());
        let Some(&worker) = self.workers.get(w) else {
            return self.wrong.push(format!("worker {w:?} is unknown"));
        };
        // An unknown participant has been reported already.
        let Some(&person) = self.people.get(p) else {
            return;
        };
        let pair = self.ready.pair(person, worker);
        let (possible, value) = (pair.possible(), pair.value());
        let (parts, shared) = (pair.parts(), pair.shared());
        self.require(possible, || {
            format!("{p:?} and {w:?} are not a possible pair")
        });
        self.require(assigned.value == value, || {
            format!("{p:?} and {w:?} are worth {value}")
        });
        self.require(assigned.parts == parts, || {
            format!("the parts of {p:?} and {w:?} are wrong")
        });
        let score = parts.score();
        self.require(assigned.score == score, || {
            format!("the score of {p:?} and {w:?} is {score}")
        });
        self.require(assigned.shared == shared, || {
            format!("what {p:?} and {w:?} are said to share is wrong")
        });
    }

    fn objective(&mut self) {
        let sum: i128 = self
            .assignment
            .assigned
            .iter()
            .map(|pair| i128::from(pair.value))
            .sum();
        let right = i128::from(self.assignment.objective) == sum;
        self.require(right, || {
            format!("the objective is not the sum of the values, {sum}")
        });
    }

    fn places(&mut self) {
        let problem = self.ready.problem;
        for worker in &problem.workers {
            let (id, capacity) = (worker.id.as_str(), worker.capacity);
            let load = self.load_of(id);
            self.require(load <= capacity, || {
                format!("worker {id:?} has {load} people and places for {capacity}")
            });
        }
    }

    fn load_of(&self, worker: &str) -> u64 {
        self.load.get(worker).copied().unwrap_or(0)
    }

    fn left_out(&mut self, left_out: &Unassigned) {
        let id = left_out.participant.as_str();
        let Some(&person) = self.people.get(id) else {
            return;
        };
        let workers = 0..self.ready.problem.workers.len();
        let possible = workers
            .clone()
            .any(|worker| self.ready.pair(person, worker).possible());
        let reason = if possible {
            Reason::NoCapacityLeft
        } else {
            Reason::NoPossibleWorker
        };
        self.require(left_out.reason == reason, || {
            format!("{id:?} is left out for {reason:?}")
        });

        let mut named = HashSet::new();
        let mut lacks = Vec::new();
        for close in &left_out.closest {
            named.insert(close.worker.as_str());
            lacks.push(close.lacks.len());
            self.close(person, close);
        }
        let mut fewest: Vec<usize> = Vec::new();
        for worker in workers {
            let pair = self.ready.pair(person, worker);
            if !pair.excluded() {
                fewest.push(pair.lacks().len());
            }
        }
        fewest.sort_unstable();
        fewest.truncate(CLOSEST);
        let right = named.len() == lacks.len() && lacks == fewest;
        self.require(right, || {
            format!("the workers closest to {id:?} are not those")
        });
    }

    fn close(&mut self, person: usize, close: &Close) {
        let (p, w) = (&self.ready.problem.participants[person].id, &close.worker);
        let Some(&worker) = self.workers.get(w.as_str()) else {
            return self.wrong.push(format!("worker {w:?} is unknown"));
        };
        let pair = self.ready.pair(person, worker);
        let (excluded, lacks) = (pair.excluded(), pair.lacks());
        self.require(!excluded, || format!("{w:?} must not be named to {p:?}"));
        self.require(close.lacks == lacks, || {
            format!("what {w:?} lacks for {p:?} is {lacks:?}")
        });
    }

    /// The certificate: see the head of this file.
    fn prices(&mut self) {
        let (problem, certificate) = (self.ready.problem, &self.assignment.certificate);
        let ids = problem.participants.iter().map(|person| person.id.as_str());
        let people = self.known_prices("participant", ids, &certificate.participant_price);
        let ids = problem.workers.iter().map(|worker| worker.id.as_str());
        let workers = self.known_prices("worker", ids, &certificate.worker_price);

        let with = self.assignment.assigned.iter();
        let with: HashMap<&str, &str> = with
            .map(|pair| (pair.participant.as_str(), pair.worker.as_str()))
            .collect();
        for (p, person) in problem.participants.iter().enumerate() {
            let assigned = with.get(person.id.as_str()).copied();
            let right = assigned.is_some() || people[p] == 0;
            self.require(right, || format!("{:?} is left out at a price", person.id));
            for (w, worker) in problem.workers.iter().enumerate() {
                let pair = self.ready.pair(p, w);
                if !pair.possible() {
                    continue;
                }
                let slack = people[p] + workers[w] - i128::from(pair.value());
                let names = || format!("the prices of {:?} and {:?}", person.id, worker.id);
                self.require(slack >= 0, || {
                    format!("{} are less than the pair's value", names())
                });
                let tight = slack == 0 || assigned != Some(worker.id.as_str());
                self.require(tight, || {
                    format!("{} are not the assigned pair's value", names())
                });
            }
        }
        for (worker, price) in problem.workers.iter().zip(workers) {
            let spare = self.load_of(&worker.id) < worker.capacity;
            self.require(!spare || price == 0, || {
                format!("{:?} has capacity to spare at a price", worker.id)
            });
        }
    }

    /// The prices in the problem's order, for exactly its ids, none below 0.
    fn known_prices<'b>(
        &mut self,
        kind: &str,
        ids: impl Iterator<Item = &'b str>,
        prices: &BTreeMap<String, i64>,
    ) -> Vec<i128> {
        let mut list = Vec::new();
        for id in ids {
            let price = prices.get(id).copied();
            self.require(price.is_some(), || format!("{kind} {id:?} has no price"));
            self.require(price.unwrap_or(0) >= 0, || {
                format!("{kind} {id:?} has a price below 0")
            });
            list.push(i128::from(price.unwrap_or(0)));
        }
        let extra = prices.len() != list.len();
        self.require(!extra, || {
            format!("the certificate does not have one price for each {kind}")
        });
        list
    }
}
