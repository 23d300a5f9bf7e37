use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn request(n: u8) -> RequestId {
    RequestId(Uuid::from_u128(u128::from(n)))
}

fn worker(n: u8) -> MemberId {
    MemberId(Uuid::from_u128(1000 + u128::from(n)))
}

fn given(n: u8, of: Option<u8>, score: i64) -> Given {
    Given {
        request: request(n),
        days: i64::from(n),
        worker: of.map(worker),
        score: if of.is_some() { score } else { 0 },
    }
}

fn need(n: u8, kind: Kind, languages: &[&str], lacks: &[&[Missing]]) -> Need {
    Need {
        request: request(n),
        kind,
        languages: languages.iter().map(|tag| (*tag).to_owned()).collect(),
        modes: vec![Mode::Chat],
        parts: vec![Part::Weekends],
        musts: Vec::new(),
        trainings: Vec::new(),
        near: String::new(),
        lacks: lacks.iter().map(|set| set.to_vec()).collect(),
    }
}

#[test]
fn one_choice_and_what_it_costs_the_others() {
    let now = [
        given(1, Some(1), 700),
        given(2, Some(2), 600),
        given(3, Some(3), 500),
    ];
    let then = [
        given(1, Some(2), 650),
        given(2, Some(1), 400),
        given(3, None, 0),
    ];
    let changes = compare(&now, &then);
    assert_eq!(changes.other().count(), 2);
    let longer: Vec<RequestId> = changes.longer().map(|one| one.request).collect();
    assert_eq!(longer, [request(3)]);
    assert_eq!((changes.served_now, changes.served_then), (3, 2));
    assert_eq!((changes.fit_now, changes.fit_then), (1800, 1050));
    // The longest wait first.
    assert_eq!(changes.moved[0].request, request(3));
}

#[test]
fn people_who_need_the_same_worker_are_one_group() {
    let carers = [
        &[Missing::Language, Missing::Time][..],
        &[Missing::Language],
    ];
    let needs = [
        need(1, Kind::PeerWorker, &["en"], &[&[Missing::Time]]),
        need(2, Kind::CarerPeer, &["es"], &carers),
        need(3, Kind::CarerPeer, &["es"], &[&[Missing::Language]]),
    ];
    let list = wanted(&needs);
    assert_eq!(list.len(), 2);
    assert_eq!(list[0].people, [request(2), request(3)]);
    assert_eq!(list[0].missing, [Missing::Language]);
    assert_eq!(list[0].kind, Kind::CarerPeer);
    assert_eq!(list[0].languages, Suits::Each(vec!["es".into()]));
    assert_eq!(list[0].parts, Suits::Each(vec![Part::Weekends]));
}

#[test]
fn who_fits_and_has_no_place_is_a_place_that_is_missing() {
    assert_eq!(smallest(&[vec![], vec![Missing::Time]]), [Missing::Place]);
    assert_eq!(smallest(&[]), [Missing::Kind]);
}

#[test]
fn musts_that_no_one_worker_could_be_are_not_one_group() {
    let mut one = need(1, Kind::PeerWorker, &["en"], &[&[Missing::Must]]);
    let mut other = need(2, Kind::PeerWorker, &["en"], &[&[Missing::Must]]);
    one.musts = vec!["gender:woman".into()];
    other.musts = vec!["gender:man".into()];
    assert_eq!(wanted(&[one, other]).len(), 2);
}

#[test]
fn a_week_has_four_parts_without_gap_or_overlap() {
    let all: Vec<[u32; 2]> = Part::ALL.iter().flat_map(|part| part.spans()).collect();
    let minutes: u32 = all.iter().map(|[start, end]| end - start).sum();
    assert_eq!(minutes, WEEK);
    assert_eq!(joined(all), [[0, WEEK]]);
    assert_eq!(parts_free(&[], 60), Part::ALL);
    assert_eq!(
        parts_free(&[[5 * 1440 + 600, 5 * 1440 + 660]], 60),
        [Part::Weekends]
    );
    assert_eq!(parts_free(&[[18 * 60, 18 * 60 + 20]], 60), [Part::Evenings]);
    assert!(
        Part::ALL
            .iter()
            .all(|part| Part::from_word(part.word()) == Some(*part))
    );
}

fn assignment() -> impl Strategy<Value = Vec<Given>> {
    proptest::collection::btree_map(0u8..12, (proptest::option::of(0u8..6), 0i64..1000), 0..12)
        .prop_map(|all| all.into_iter().map(|(n, (w, s))| given(n, w, s)).collect())
}

proptest! {
    #[test]
    fn everybody_is_counted_once(now in assignment(), then in assignment()) {
        let changes = compare(&now, &then);
        let mut people: Vec<RequestId> = now.iter().chain(&then).map(|one| one.request).collect();
        people.sort_unstable();
        people.dedup();
        let (other, longer, sooner) =
            (changes.other().count(), changes.longer().count(), changes.sooner().count());
        prop_assert_eq!(other + longer + sooner + changes.same, people.len());
        prop_assert_eq!(changes.served_then + longer, changes.served_now + sooner);
        let fit = |all: &[Given]| all.iter().map(|one| one.score).sum::<i64>();
        prop_assert_eq!((changes.fit_now, changes.fit_then), (fit(&now), fit(&then)));
        for one in &changes.moved {
            let of = |all: &[Given]| all.iter().find(|g| g.request == one.request).and_then(|g| g.worker);
            let expected = match (of(&now), of(&then)) {
                (Some(from), Some(to)) => Becomes::Other { from, to },
                (Some(from), None) => Becomes::Longer { from },
                (None, Some(to)) => Becomes::Sooner { to },
                (None, None) => return Err(TestCaseError::fail("nothing changed")),
            };
            prop_assert_eq!(one.becomes, expected);
        }
    }

    #[test]
    fn the_way_back_undoes_the_way_there(now in assignment(), then in assignment()) {
        let (there, back) = (compare(&now, &then), compare(&then, &now));
        prop_assert_eq!(there.longer().count(), back.sooner().count());
        prop_assert_eq!(there.other().count(), back.other().count());
        prop_assert_eq!(there.fit_now - there.fit_then, back.fit_then - back.fit_now);
        prop_assert!(compare(&now, &now).moved.is_empty());
    }

    #[test]
    fn everybody_who_cannot_be_served_is_on_the_list_once(
        all in proptest::collection::vec((0u8..3, 0u8..3, 0u8..4), 0..12)
    ) {
        let kinds = [Kind::PeerWorker, Kind::RecoveryCoach, Kind::CarerPeer];
        let tags = ["en", "es", "ar"];
        let sets: [&[Missing]; 4] =
            [&[Missing::Language], &[Missing::Time], &[], &[Missing::Kind, Missing::Language]];
        let needs: Vec<Need> = (0u8..).zip(&all).map(|(n, (kind, tag, set))| {
            need(n, kinds[usize::from(*kind)], &[tags[usize::from(*tag)]], &[sets[usize::from(*set)]])
        }).collect();
        let list = wanted(&needs);
        let mut people: Vec<RequestId> = list.iter().flat_map(|one| one.people.clone()).collect();
        people.sort_unstable();
        let expected: Vec<RequestId> = needs.iter().map(|need| need.request).collect();
        prop_assert_eq!(people, expected);
        prop_assert!(list.windows(2).all(|two| two[0].people.len() >= two[1].people.len()));
        // What is said to be missing is missing for everybody of the group.
        for group in &list {
            for need in needs.iter().filter(|need| group.people.contains(&need.request)) {
                prop_assert_eq!(&smallest(&need.lacks), &group.missing);
                prop_assert_eq!(need.kind, group.kind);
            }
        }
    }
}
