# The coordinator’s board: the waiting list, choosing otherwise, whom to look for, what if, load, fairness.
board-unserved-nav = Whom to look for
board-what-if-nav = What if
board-load-nav = Load
board-fairness-nav = Fairness
board-unserved-door = Those for whom nobody was found, grouped by what is missing.
board-load-door = Who supports how many, and how much room they say they have.
board-fairness-door = How long people wait and who has found somebody, by groups, without names.

## The waiting list.
board-filter = Look for somebody, or narrow the list down
board-filter-name = Name
board-filter-any = any
board-filter-go = Show
board-filter-count = { $count ->
    [0] Nobody on the list fits this.
    [one] One person fits this.
   *[other] { $count } people fit this.
}
board-filter-all = Show everybody
board-state-waiting = waiting for offers
board-state-found = people found, offers not sent yet
board-state-nobody = nobody found so far
board-state-offered = choosing
board-state-picked = have chosen
board-state-resting = asked for time
board-needs = needs somebody trained in { $what }
board-page-before = Before
board-page-after = Next
board-page-of = Page { $page } of { $of }
board-why = What makes it pressing?
board-why-hint = A few words for you and the other coordinators. They stand on the waiting list. Write only what you could say to the person.

## Choosing otherwise.
board-choose-link = Choose somebody else
board-choose-title = Who could be proposed to { $name }
board-back-person = Back to { $name }
board-back-choose = Back to who could be proposed to { $name }
board-choose-lead = { $count ->
    [one] One worker is possible for them and has a place. Before anything is kept you see what it would change for others.
   *[other] { $count } workers are possible for them and have a place. Before anything is kept you see what it would change for others.
}
board-choose-text = The search weighs everybody together. You may know something it does not. Whoever is not listed cannot be proposed to them just now; why, the search tells nobody.
board-choose-none = There is nobody else just now.
board-choose-none-text = No worker who has a place is possible for them. Whom you would have to look for stands under “Whom to look for”.
board-choose-see = See what would change
board-first-now = proposed first now
board-places = { $count ->
    [one] One place that is not taken or promised
   *[other] { $count } places that are not taken or promised
}
board-preview-title = { $worker } for { $name }: what would change
board-own-first = { $worker } would be proposed to { $name } first, with { $score } of 1000 points. By itself the search has nobody for them.
board-own-same = { $worker } is whom the search would propose to { $name } by itself, with { $score } of 1000 points. If you keep this, it stays so until the offers are sent.
board-own-instead = { $worker } would be proposed to { $name } first, with { $score } of 1000 points. By itself it would be { $other }, with { $before }.
board-nothing-changes = Nothing changes for anybody else.
board-longer = { $count ->
    [one] One other person would wait longer
   *[other] { $count } others would wait longer
}
board-other = { $count ->
    [one] One other person would be proposed somebody else
   *[other] { $count } others would be proposed somebody else
}
board-sooner = { $count ->
    [one] One other person would wait less
   *[other] { $count } others would wait less
}
board-becomes-other = { $to } instead of { $from }
board-becomes-longer = { $days ->
    [0] nobody instead of { $from }; asked today
    [one] nobody instead of { $from }; has waited one day
   *[other] nobody instead of { $from }; has waited { $days } days
}
board-becomes-sooner = { $days ->
    [0] { $to }; nobody by itself; asked today
    [one] { $to }; nobody by itself; has waited one day
   *[other] { $to }; nobody by itself; has waited { $days } days
}
board-same = { $count ->
    [0] There is nobody for whom nothing changes.
    [one] For one person nothing changes.
   *[other] For { $count } people nothing changes.
}
board-sums = All together
board-served = People who have somebody
board-fit = Sum of fit, in points
board-now-then = { $now } now, { $then } then
board-as-now = { $now }, as now
board-preview-honest = “By itself” is what the search would propose to everybody at this moment, other choices of coordinators kept. It can differ from proposals that were worked out earlier.
board-keep = Keep { $worker } as the choice
board-keep-not = Leave it as it is
board-keep-text = The proposals of all who wait are then written anew, just as shown here. The choice stands until the offers go out, or until you look again for this one person. That you chose is written down, and they can see it.
board-keep-quiet = Nothing is sent.
board-chosen = chosen by a coordinator
board-chosen-text = Looking again for this one person sets the choice aside.
said-choice-kept = The choice is kept, and the proposals of all who wait fit it now. Nothing has been sent.
said-choice-kept-some = The choice is kept. Some requests had changed in the meantime and were left alone.
said-not-possible = That worker cannot be proposed to them just now. These can.
said-otherwise-now = Something has changed since you looked, so nothing was kept. This is what the choice would change now.

## Whom to look for.
board-unserved-title = Who cannot be served yet, and whom to look for
board-unserved-lead = { $count ->
    [one] One person waits for whom nobody was found.
   *[other] { $count } people wait for whom nobody was found.
}
board-unserved-text = Each group needs one kind of worker. The largest comes first. What is missing is said against the worker who came nearest.
board-unserved-empty = Nobody is listed here at the moment.
board-unserved-empty-text = When the search finds no worker for somebody who waits, it says here what is missing.
board-unserved-link = { $count ->
    [one] For one person nobody was found. See who is missing
   *[other] For { $count } people nobody was found. See who is missing
}
board-wanted = { $count ->
    [one] One person needs: { $what }
   *[other] { $count } people need: { $what }
}
board-wants-language = speaks { $what }
board-wants-mode = can meet { $what }
board-wants-near = can meet face to face near { $what }
board-wants-time = is free { $what }
board-wants-must = is { $what }
board-wants-training = is trained in { $what }
board-some = { $what } (each of these helps some of them)
board-near-them = where they live
board-part-daytime = on weekdays from 9 to 17
board-part-evenings = on weekday evenings from 17 to 21
board-part-weekends = at weekends from 9 to 21
board-part-nights = at night, from 21 to 9
board-missing-now = Missing now: { $what }
board-missing-kind = that kind of supporter
board-missing-language = the language
board-missing-mode = the way of meeting
board-missing-reach = somebody near enough
board-missing-time = the time
board-missing-must = what must be so for them
board-missing-training = the training
board-missing-place = a free place; somebody like that is here
board-and-more = and { $count } more
board-what-if-one = What if there was one more like that?
board-take-along = To take along
board-text = For an advertisement
board-text-hint = Without anybody’s name. Where few people are meant, think about who could recognise them before you publish it.
board-csv = Download as a table (CSV)
board-csv-people = People
board-csv-missing = Missing now
board-csv-kind = Kind of supporter
board-csv-languages = Languages
board-csv-modes = Ways of meeting
board-csv-near = Near
board-csv-times = Free
board-csv-musts = Is
board-csv-trainings = Trained in

## What if.
board-what-if-title = What if?
board-what-if-lead = Think of workers you could find, or of somebody who takes fewer people, and see who would be served.
board-new-workers = If there were new workers
board-count = How many?
board-count-hint = 0 to 50. Write 0 to think only of fewer places, below.
board-places-each = How many people could each support?
board-kind = What would they be?
board-when = When would they be free?
board-where = Where could they meet face to face?
board-nowhere = no place in particular
board-more = Trainings, and who they would be
board-trainings = Trained in
board-fewer-title = If somebody took fewer
board-fewer-text = Only workers with a free place are listed. Nobody they support already is lost by it, and nothing is changed for them.
board-fewer-who = Who?
board-fewer-nobody = nobody
board-fewer-places = How many fewer?
board-work-out = Work it out
board-nothing-kept = Nothing is kept or sent. Who you see here learns that you saw them.
board-then = Then
board-then-nobody = Nobody more would be served.
board-then-served = { $count ->
    [one] One person who has nobody now would be served.
   *[other] { $count } people who have nobody now would be served.
}
board-waits-30 = { $count ->
    [one] one of them has waited longer than 30 days
   *[other] { $count } of them have waited longer than 30 days
}
board-waits-14 = { $count ->
    [one] one of them has waited 15 to 30 days
   *[other] { $count } of them have waited 15 to 30 days
}
board-waits-0 = { $count ->
    [one] one of them has waited up to 14 days
   *[other] { $count } of them have waited up to 14 days
}
board-of-waiting = { $count ->
    [one] of one who waits
   *[other] of { $count } who wait
}
board-used = Places of the new workers that would be used
board-then-honest = Counted is whom the search would propose first. People choose for themselves, and workers too, so it is a picture and no promise. New workers are thought of without experiences of their own, so the fit would be better in truth.

## Load.
board-load-title = Load of each worker
board-load-lead = { $supported } people are supported, of { $places } places the workers say they have.
board-load-text = Places and room are what each worker says of themselves. Nobody else can change them. The order is the one in which they joined.
board-load-empty = No worker has said yet how many people they support.
board-load-empty-text = They do so on the page “My profile”.
board-col-supported = Supports
board-col-asked = Asked
board-col-held = Held while they choose
board-col-proposed = Found for
board-col-places = Places
board-col-free = Free
board-col-room = Room
board-not-offered = not offered

## Fairness.
board-fairness-title = Is it fair?
board-until = How it stood at the end of the week, up to { $date }.
board-fair-people = People who asked
board-fair-served = Found somebody
board-fair-days = Waited, the middle one
board-fair-14 = Waited longer than 14 days
board-fair-30 = Waited longer than 30 days
board-fair-score = Fit of the first, the middle one, of 1000
board-from-to = { $low } to { $high }
board-of-hundred = about { $share } of 100
board-days = { $days ->
    [one] one day
   *[other] { $days } days
}
board-kept-back = not told
board-col-group = Group
board-by-gender = By gender
board-by-age = By age
board-by-culture = By culture
board-by-language = By language
board-not-said = did not say
board-several = more than one
board-other-language = another language
board-hidden-groups = Not told, because fewer than five people are meant or because these could be worked out from the others: { $groups }.
board-fair-few = There are too few people yet to tell anything.
board-fair-few-text = Figures begin with five people.
board-fair-how = How these figures are made
board-fair-how-1 = Everybody who ever sent a request is counted, once for each request: by what they said of themselves if they liked, and by the language they named first. Waiting counts from asking until two agreed, until it was taken back, or until the end of that week.
board-fair-how-2 = Counts are told in steps of five, shares to the nearest five of a hundred, the fit to the nearest ten. “The middle one” means that half of the people waited as long or less.
board-fair-how-3 = A count under five is not told. More is left out where it is needed, so that from all that is told nobody can narrow a count that is left out down to fewer than five possible numbers.
board-fair-how-4 = The figures stay as they were first told. New ones come at the end of a week, and only when at least five more people have asked, so that two pages never differ by one person.
board-fair-not = What they cannot tell
board-fair-not-1 = Small groups swing by chance. A difference between two groups of ten says little.
board-fair-not-2 = Those who did not say are a group of their own, and may be like any of the others. Nobody has to say anything, and it changes nothing for them.
board-fair-not-3 = They say who waits, and not why. They do not tell how it goes on between two people, nor who never asked.
