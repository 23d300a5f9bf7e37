# Words for what people choose from
## Experiences, as they stand inside a sentence: “has also lived with …”.
experience-anxiety = anxiety or panic
experience-depression = depression
experience-bipolar = great highs and lows (bipolar)
experience-postnatal-depression = low times after having a baby
experience-ocd = thoughts or acts one has to repeat (OCD)
experience-agoraphobia = finding it hard to leave the house
experience-psychosis = psychosis, or losing touch with what others call real
experience-hearing-voices = hearing voices
experience-dissociation = feeling far away or unreal (dissociation)
experience-schizophrenia-label = being given the label schizophrenia
experience-borderline-label = being given the label borderline
experience-trauma = something terrible that stays with you (trauma)
experience-ptsd = flashbacks, nightmares, always being on guard (PTSD)
experience-domestic-violence = violence at home
experience-childhood-abuse = being hurt as a child
experience-bullying = bullying
experience-racism = racism
experience-self-harm = hurting oneself
experience-suicide-attempt = trying to end one’s life
experience-eating-disorder = a hard relationship with food or one’s body
experience-bereavement = losing someone close
experience-bereavement-by-suicide = losing someone to suicide
experience-perinatal-loss = losing a baby
experience-addiction-alcohol = trouble with alcohol
experience-addiction-drugs = trouble with drugs
experience-gambling = trouble with gambling
experience-hospital-stay = staying in a mental-health ward
experience-compulsory-treatment = being treated against one’s will
experience-seclusion = being locked in or held down
experience-prison = prison
experience-homelessness = having no home
experience-unemployment = being without work
experience-burnout-at-work = burning out at work
experience-migration = starting again in another country
experience-refugee = having to flee
experience-military-service = serving in the forces
experience-adhd = ADHD
experience-autism = being autistic
experience-chronic-pain = pain that does not go away
experience-brain-injury = a brain injury
experience-coming-out = coming out
experience-gender-transition = changing how one lives one’s gender
experience-caring-for-parent = caring for a parent
experience-caring-for-child = caring for a child who struggles
experience-caring-for-partner = caring for a partner
experience-young-carer = caring for someone while still young

## Headings over groups of experiences.
experience-group-mood = Mood and worry
experience-group-mind = Seeing, hearing and feeling differently
experience-group-hurt = Being hurt by others
experience-group-dark = The darkest times
experience-group-loss = Loss
experience-group-habits = Habits that are hard to stop
experience-group-services = Hospitals, courts, prison
experience-group-life = Work, home and where one belongs
experience-group-self = Body, brain and who one is
experience-group-caring = Caring for someone

## What one may wish for in a supporter, as it stands inside a sentence.
trait-gender-woman = a woman
trait-gender-man = a man
trait-gender-nonbinary = non-binary
trait-age-18-24 = aged 18 to 24
trait-age-25-34 = aged 25 to 34
trait-age-35-44 = aged 35 to 44
trait-age-45-54 = aged 45 to 54
trait-age-55-64 = aged 55 to 64
trait-age-65-plus = aged 65 or more
trait-culture-first-nations = First Nations
trait-culture-maori = Māori
trait-culture-arab = Arab
trait-culture-chinese = Chinese
trait-culture-latin = Latin American
trait-culture-african = African
trait-culture-european = European
trait-lgbtq-yes = part of the LGBTQ+ community
trait-parent-yes = a parent

## Headings over groups of wishes.
trait-group-gender = Gender
trait-group-age = Age
trait-group-culture = Culture
trait-group-lgbtq = LGBTQ+
trait-group-parent = Children

## Lines of work.
sector-health = health and care
sector-education = schools and teaching
sector-construction = building
sector-police = police
sector-fire = fire and rescue
sector-retail = shops
sector-hospitality = hotels, cafés, kitchens
sector-farming = farming and fishing
sector-mining = mining
sector-office = office work
sector-transport = driving and transport
sector-defence = armed forces

## Trainings.
training-suicide-prevention = suicide prevention
training-eating-disorders = eating disorders
training-trauma = working with trauma
training-family = working with families
training-aod = alcohol and other drugs

## Ways of meeting.
mode-chat = by writing
mode-phone = by phone
mode-video = by video
mode-in-person = face to face

## Kinds of supporter.
kind-peer-worker = peer support worker
kind-recovery-coach = recovery coach
kind-carer-peer = peer for family and friends

## How much something matters, 1 to 5.
weight-1 = nice to have
weight-2 = helpful
weight-3 = important
weight-4 = very important
weight-5 = essential

## Why two people might suit each other. The name stands in the heading above.
reason-experiences = Has also lived with { $what }
reason-wishes = Is, as you wished, { $what }
reason-language = Speaks { $what }
reason-free = Is free when you are: { $what }
reason-free-any = Is free at any time of the week
reason-sector = Knows your line of work: { $what }
reason-room = Has plenty of room for somebody new

## What would be needed, as the end of “somebody who …”.
lack-role = is a { $what }
lack-language = speaks { $what }
lack-mode = can meet { $what }
lack-reach = can meet face to face nearby
lack-reach-place = can meet face to face near { $what }
lack-time = is free when they are
lack-must = is { $what }
lack-training = is trained in { $what }
lack-capacity = has a place free

## How a request stands: what the person who asked reads.
matching-none-title = People for you
matching-none-lead = You have not asked for support yet. If you would like to, it takes about five minutes, and you may leave anything empty.
matching-none-go = Ask for support
matching-draft-title = Your answers are not sent yet
matching-draft-lead = Everything you wrote is kept. Go on whenever you like; we look for people for you once you have sent it.
matching-draft-go = Look it over and send it
matching-waiting-title = We are looking for people who could suit you
matching-waiting-again-title = We are looking for other people
matching-waiting-lead = { $days ->
    [0] Your request reached us today.
    [one] Your request reached us a day ago.
   *[other] Your request reached us { $days } days ago.
}
matching-waiting-next = What happens now
matching-waiting-1 = A coordinator looks for people who have been through something like it, and who have a place free.
matching-waiting-1-itself = As soon as somebody who could suit you has a place free, you see them here.
matching-waiting-2 = You are offered up to three people, with the reasons why.
matching-waiting-3 = You choose. The person you choose is asked too.
matching-waiting-honest = We cannot say how long it takes; it depends on who is free. Nothing is lost while you wait, and you can change your answers.
matching-answers = Look at my answers, or change them
matching-time = Not now, I need time
matching-time-hint = You keep your place. You can come back whenever you like.
matching-heard = Thank you for saying what matters. We look for the next people by it; this is how your answers stand now:
matching-heard-change = You can change them at any time.
matching-offered-title = { $count ->
    [one] Somebody you could talk to
   *[other] { $count } people you could talk to
}
matching-offered-lead = You choose, and there is no wrong choice.
matching-reasons = Why { $name } could suit you
matching-pick = Choose { $name }
matching-pick-late = Choose { $name } after all
matching-pick-hint = Choosing is not a promise. They are asked first, and either of you can change your mind later.
matching-more = Read more
matching-offered-hold = Each place is kept for you until the day that stands with it. After that it is let go for somebody else who waits; nothing is held against you.
matching-kept-until = This place is kept for you until { $until }.
matching-let-go = This place was kept for you until { $until }, and then let go.
matching-no-place-now = There is no free place with them just now.
matching-fewer-places = { $count ->
    [one] Today it is only this one person. Others could suit you too, but their places are kept for somebody else who waits.
   *[other] Today it is only these { $count }. Others could suit you too, but their places are kept for somebody else who waits.
}
matching-fewer-nobody = { $count ->
    [one] Today it is only this one person: nobody else here fits everything you need.
   *[other] Today it is only these { $count }: nobody else here fits everything you need.
}
matching-others-title = None of these?
matching-others-text = That is fine, and nobody is told. We look for others; these people are not offered to you again. If you like, tell us what would suit you better, and the next ones are looked for by it.
matching-others-more = What matters more now?
matching-others-more-hint = Somebody who has also lived with … Tick what should count most. The rest then counts a little less.
matching-others-rather = I would rather have somebody …
matching-others-rather-hint = It is added to your wishes as “very important”. It is a wish, not a must.
matching-others-times = Would other times suit you better?
matching-others-times-go = Change your free times first
matching-others-why = In your own words: what would suit you better?
matching-others-why-hint = Only the coordinator reads this. It helps to find the next ones.
matching-others = Look for others
matching-time-title = Not now?
matching-time-text = You can stop here for as long as you like. You keep your place on the list, and nobody asks why. The people’s places go to others meanwhile; when you come back, we see who of them still has one.
matching-picked-title = You chose { $name }
matching-picked-lead = { $name } has been asked, and reads what you chose to tell. You will find the answer here.
matching-picked-next = If it cannot be, you are told, and you can choose again. Until then you need do nothing.
matching-declined-by = { $name } cannot say yes this time. It is not because of you. They wrote:
matching-declined-after = We are sorry to give you this news. Here is how it goes on.
matching-declined-full = I support as many people as I can just now, and you deserve somebody with time for you. I wish you well.
matching-declined-not-right-now = I am not able to take on somebody new right now. Thank you for choosing me. I hope you soon find somebody who is right for you.
matching-declined-not-the-one = I have read what you wrote with care. I think somebody else could be there for you better than I could. I wish you well.
matching-taken = This place is not free any more. We are sorry. The other people are still there.
matching-taken-none = This place is not free any more. We are sorry. We are looking for others for you now.
matching-resting-title = You asked for time
matching-resting-lead = Take as long as you like. You keep your place, and everything you wrote is kept. When you are ready, come back here.
matching-ran-out-title = The places kept for you were let go
matching-ran-out-lead = Nobody should wait for nothing, so a place is kept for some days only. Nothing is held against you. You keep your place on the list, and you can go on whenever you like.
matching-ran-out-late = Or choose one of them late, if there is a place:
matching-look-again = Look for people again
matching-return = I am ready again
matching-withdraw-go = Take my request back
matching-withdraw-title = Take your request back?
matching-withdraw-lead = You may stop at any time, and you need not say why.
matching-withdraw-stops = We stop looking, and every place kept for you is let go.
matching-withdraw-asked = { $name }, whom you chose, cannot read your request any more.
matching-withdraw-place = Your place on the list is given up.
matching-withdraw-again = You can ask again whenever you like; you would begin a new request.
matching-withdraw-instead = If you only need time, “Not now” on the page before keeps your place on the list.
matching-withdraw = Yes, take my request back
matching-withdraw-keep = No, keep my request
matching-beside-title = You have somebody beside you
matching-beside-lead = You and the person who supports you can write to each other, each in your own time.
matching-matched-title = You and { $name } have found each other
matching-matched-lead = { $name } said yes. You can write to each other now, each in your own time.
matching-matched-said = { $name } wrote to you:
matching-matched-go = Go to your messages
matching-back-offers = Back to the people for you
matching-about = More about { $name }
matching-fact-experiences = Has lived with
matching-fact-traits = Says of themselves
matching-fact-languages = Languages
matching-fact-modes = Ways of meeting
matching-fact-times = When you are both free
matching-open = Left open

said-others-asked = Thank you for saying so. We are looking for others.
said-welcome-back = It is good that you are back.
said-request-withdrawn = Your request is taken back. Thank you for your trust. Whenever you would like to try again, we are here.

## Requests to a worker.
matching-requests-lead = { $count ->
    [one] Somebody has chosen you, and waits for your answer.
   *[other] { $count } people have chosen you, and wait for your answer.
}
matching-requests-since = Chose you { $ago } ago
matching-requests-empty = Nobody is waiting for your answer.
matching-requests-empty-text = When somebody chooses you, you find them here.
matching-requests-unpublished = You are not offered to anybody yet: your profile is not published.
matching-request-title = { $name } would like to talk with you
matching-request-lead = { $name } chose you { $ago } ago. This is what they wanted you to know. They can see that you have read it.
matching-request-tell = What { $name } would like you to know
matching-request-story = What { $name } has been through, in their own words
matching-request-shared = What you have both lived with
matching-request-others = What else they have lived with
matching-request-meeting = How you could meet
matching-request-private = What else { $name } answered stays between them and the coordinator.
matching-agree-title = Say yes
matching-agree-words = A first sentence to { $name }
matching-agree = Yes, I would like to support { $name }
matching-agree-next = Your conversation opens at once. Either of you can say later that it is not the right fit, without giving a reason.
matching-decline-title = Or say that you cannot
matching-decline-said = { $name } will read this sentence:
matching-decline-own-only = Only my own words, below
matching-decline-own = In your own words
matching-decline-own-hint = { $name } reads this. They are not told anything else.
matching-known = I know this person
matching-known-hint = You two are never offered to each other again. Nobody else sees this.
matching-decline = I cannot
matching-back-requests = Back to requests
said-declined = Your answer was sent, kindly. Thank you for looking after your own limits.
said-answered-meanwhile = This has been answered in the meantime. Here is how it stands now.

## The waiting list.
matching-subnav = Matching
matching-list-lead = Who has asked for support, and whose turn it is.
matching-list-empty = Nobody is on the list.
matching-list-empty-text = When somebody asks for support, they appear here.
matching-list-waiting = Waiting for offers
matching-list-waiting-text = Your turn: look for people who could suit them.
matching-list-offered = Choosing
matching-list-offered-text = Their turn: they can read who is offered to them.
matching-list-picked = Have chosen
matching-list-picked-text = The turn of the person they chose.
matching-list-resting = Asked for time
matching-list-resting-text = They come back when they wish. Please do not press.
matching-damaged-title = { $count ->
    [one] One request cannot be read
   *[other] { $count } requests cannot be read
}
matching-damaged-text = What was kept of it is damaged. Everybody else is shown and looked for. Please tell whoever runs this installation; the log names it.
matching-damaged-sent = Sent on { $at }
matching-damaged-one = Not sent yet
matching-run-all = Look for people for all who wait
matching-run-one = Look for people
matching-run-again = Look again
matching-col-name = Name
matching-col-days = Days
matching-col-kind = Asks for
matching-col-priority = How pressing
matching-col-state = How it stands
matching-col-who = Who waits
matching-col-first = First
matching-col-second = Second
matching-col-third = Third
matching-priority-0 = as usual
matching-priority-1 = pressing
matching-priority-2 = most pressing
matching-state-waiting = Nobody has looked yet
matching-state-proposed = People found, offers not sent yet
matching-state-unserved = Nobody found so far
matching-state-offered = Offers are out
matching-state-picked = A worker is asked
matching-state-resting = Asked for time
matching-state-ran-out = Their offers ran out
matching-state-matched = Both have agreed
matching-turn-you = It is your turn.
matching-turn-them = It is the turn of { $name }.
matching-turn-reach-out = It is the turn of { $name }; a friendly word may help them on.
matching-turn-worker = It is the turn of the worker { $name } chose.
matching-turn-nobody = Nothing is waiting.
matching-waits-days = { $days ->
    [0] since today
    [one] waits one day
   *[other] waits { $days } days
}
matching-back-waiting = Back to the waiting list
matching-proposed-title = Found, and not sent yet
matching-release-one = { $count ->
    [one] Send this offer
   *[other] Send these { $count } offers
}
matching-find-title = People who could suit
matching-unserved = { $ago } ago nobody was found who fits in everything that must be.
matching-unserved-place = { $ago } ago there were people here who would fit, and none of them had a place free for this person.
matching-near = Who came nearest
matching-near-lacks = it would take somebody who { $what }
matching-by-itself = In this programme offers go out by themselves.
matching-out-title = Offered
matching-past-title = Offered before
matching-offer-proposed = not sent yet
matching-offer-released = offered
matching-offer-picked = chosen, asked
matching-offer-agreed = agreed
matching-offer-declined = could not
matching-offer-passed = not chosen
matching-offer-lapsed = not free any more
matching-offer-expired = time ran out
matching-held-until = place held until { $until }
matching-why-more = Matters more now: { $what }
matching-why-rather = Would rather have somebody who is: { $what }
matching-answers-title = What they answered
matching-must = a must
matching-fact-wishes = Wishes
matching-fact-free = Free times, on their clock
matching-fact-place = Could meet near
matching-fact-sector = Line of work
matching-fact-story = In their own words
matching-fact-tell = For the person they choose
matching-fact-by-hand = For you to take care of by hand
matching-fact-by-hand-hint = The search does not know of this. Look at the names before you let offers out.
matching-km = { $km ->
    [one] up to one kilometre
   *[other] up to { $km } kilometres
}
matching-priority-title = How pressing, and what is needed
matching-priority-legend = How pressing is it?
matching-needs-legend = Trainings without which it would not be safe
matching-needs-hint = Only workers who have all of them are offered.
matching-score = { $score } of 1000 points
matching-points = { $points } of { $of }
matching-part-experience = Shared experience
matching-part-wishes = Wishes
matching-part-time = Time together
matching-part-workplace = Line of work
matching-part-headroom = Room

## Proposals.
matching-proposals-title = Found for them
matching-ran = Last worked out for everybody { $ago } ago.
matching-never-ran = It has not been worked out for everybody yet.
matching-proposals-empty = There is nothing to send yet.
matching-proposals-empty-text = Look for people for all who wait, and what is found stands here with its reasons.
matching-proposals-text = All of them together are the best that is possible with the places there are. Each person sees up to three people and chooses.
matching-look = Look
matching-no-more = nobody else
matching-release-ticked = Send the ticked offers
matching-release-all = Send all offers
said-run-found = People were found. Look them over before they go out.
said-run-released = People were found, and their offers are sent.
said-run-none-found = Nobody was found. What is missing stands below.
said-run-nobody = Nobody is waiting just now.
said-released = The offers are sent.
said-released-some = Most offers are sent. Some had changed in the meantime and were left alone.
said-none-ticked = Nothing was ticked, so nothing went out.
said-changed-meanwhile = This had changed in the meantime, and was left alone. Here is how it stands now.

## A worker’s own profile.
matching-profile-lead = You decide what counts when people are looked for, what others may read, and how many people you support.
matching-profile-published = You can be offered to people
matching-profile-unpublished = You are not offered to anybody yet. Fill in what you like, tick the last box, and save.
matching-profile-room = How much room you have
matching-profile-room-text = Nobody else sets these numbers. Lower them in hard weeks; nobody you support already is lost by it.
matching-profile-supported = { $count ->
    [0] You support nobody now.
    [one] You support one person now.
   *[other] You support { $count } people now.
}
matching-profile-picked = { $count ->
    [one] One more has chosen you and waits for your answer.
   *[other] { $count } more have chosen you and wait for your answer.
}
matching-profile-held = { $count ->
    [one] One place is held for somebody who is choosing.
   *[other] { $count } places are held for people who are choosing.
}
matching-profile-capacity = How many people can you support in all?
matching-profile-capacity-hint = Those you support now are counted in. Write 0 to take a break from new people.
matching-profile-headroom = How much room do you have inside?
matching-headroom-0 = none
matching-headroom-25 = a little
matching-headroom-50 = some
matching-headroom-75 = a good deal
matching-headroom-100 = plenty
matching-headroom-kept = as it stands: { $number } of 100
matching-profile-public = What people read about you
matching-profile-public-text = Everybody who is offered you reads this part.
matching-profile-name = The name they see
matching-profile-name-hint = Leave it empty to be called what you are called in the programme.
matching-profile-about = About you, in your own words
matching-profile-about-hint = What would you have liked to read, back then? A few sentences are enough.
matching-profile-kinds = What are you here?
matching-profile-languages = Which languages can you support in?
matching-profile-other-language = Another language
matching-profile-none = – none –
matching-profile-modes = How do you meet people?
matching-profile-experiences = What you have lived with
matching-profile-experiences-text = Tick only what you are willing to draw on. Somebody who has been through the same is told that you have too. For each you decide whether it also stands in your profile.
matching-profile-traits = Who you are
matching-profile-traits-text = Some people wish for somebody like themselves. Whoever wished for it is told. Everything here may stay empty.
matching-profile-who-reads = Who reads { $what }?
matching-profile-same = only who lived it too
matching-profile-same-wish = only who wished for it
matching-profile-all = everybody I am offered to
matching-profile-when = When and where
matching-profile-times = When could you meet people?
matching-profile-times-hint = Early is 6 to 9, morning 9 to 12, midday 12 to 14, afternoon 14 to 17, evening 17 to 21, night 21 to 24.
matching-profile-also = Also
matching-part-of-day-early = early
matching-part-of-day-morning = morning
matching-part-of-day-midday = midday
matching-part-of-day-afternoon = afternoon
matching-part-of-day-evening = evening
matching-part-of-day-night = night
matching-profile-zone = Your time zone
matching-profile-place = Where could you meet face to face?
matching-profile-place-kept = a place that was given before
matching-profile-travel = How far can you travel, in kilometres?
matching-profile-more = Work and training
matching-profile-sector = A line of work you know from inside
matching-profile-trainings = Trainings you have done
matching-profile-publish = I can be offered to people
matching-profile-publish-hint = Without this tick everything is kept, and nobody sees it.
matching-profile-preview = What people see of you
matching-profile-preview-text = As it was last saved.
said-profile-saved = Your profile is saved.
