# The pages everybody starts from, and who has seen a record.
operations-home = Home
operations-hello = Hello
operations-hello-name = Hello, { $name }
operations-nothing = Nothing waits for you here at the moment. When something does, you see it on this page.

operations-mine-none = If you would like somebody beside you who has been through something like it, you can ask here.
operations-mine-none-go = Ask for support
operations-mine-draft = You have begun to ask for support. What you wrote is kept.
operations-mine-draft-go = Go on where you were
operations-mine-waiting = Your request has arrived.
operations-mine-waiting-more = Somebody from the programme is looking for people who could suit you. You need do nothing. When there are people for you to look at, you find them here.
operations-mine-waiting-go = Look at your answers, or change them
operations-mine-offered = { $count ->
    [one] There is somebody you could talk to.
   *[other] There are { $count } people you could talk to.
}
operations-mine-offered-more = You choose. You can also ask for others, or for time.
operations-mine-offered-go = See who
operations-mine-picked = You have chosen somebody. They have been asked, and will answer you here.
operations-mine-picked-go = See whom you chose
operations-mine-resting = You asked for time. There is no hurry, and your place is kept.
operations-mine-resting-go = I am ready to go on
operations-talk-with = You and { $name }
operations-unread = { $count ->
    [one] 1 new message
   *[other] { $count } new messages
}
operations-new = new
operations-all-read = No new messages
operations-gone = Somebody who is no longer here
operations-no-name = No name given
operations-goals = My goals
operations-goals-none = Nothing written down, and nothing has to be.
operations-goals-open = { $count ->
    [one] 1 goal
   *[other] { $count } goals
}
operations-goals-steps = { $count ->
    [one] { $done } of 1 step done
   *[other] { $done } of { $count } steps done
}
operations-seen = Who has seen my record
operations-seen-door = Every reading is written down, and you can look.

operations-asked-title = Somebody chose you
operations-asked = { $count ->
    [one] 1 person waits for your answer.
   *[other] { $count } people wait for your answer.
}
operations-asked-go = Read and answer
operations-no-profile = Nobody can be offered your support yet: your profile is not published.
operations-no-profile-go = Write your profile
operations-my-people = Your people
operations-my-people-none = You support nobody at the moment.
operations-col-name = Name
operations-col-messages = Messages
operations-col-since = Since
operations-col-goals = Goals
operations-open-messages = Open messages
operations-open-goals = Look at goals

operations-board = How the programme stands
operations-waiting = { $count ->
    [one] person waiting
   *[other] people waiting
}
operations-longest = the longest for { $ago }
operations-proposed = { $count ->
    [one] pair to look at and send
   *[other] pairs to look at and send
}
operations-offered = { $count ->
    [one] person has offers to choose from
   *[other] people have offers to choose from
}
operations-picked = { $count ->
    [one] person waits for a worker’s answer
   *[other] people wait for a worker’s answer
}
operations-resting = { $count ->
    [one] person asked for time
   *[other] people asked for time
}
operations-draft = { $count ->
    [one] request being written
   *[other] requests being written
}
operations-running = { $count ->
    [one] pair now
   *[other] pairs now
}
operations-matched = { $count ->
    [one] request has led to a pair
   *[other] requests have led to a pair
}
operations-free = { $count ->
    [one] worker with a free place
   *[other] workers with a free place
}
operations-free-of = of { $count }
operations-fewer = fewer than 5
operations-fewer-short = < 5
operations-outcome-note = Counts only, and no names. Where fewer than five people are meant, the number is not shown.
operations-administrator = Set-up
operations-staff = Team and invitations
operations-staff-door = Who works here, in which role, and who is invited.

operations-seen-lead = Each time somebody reads or changes something of yours here, it is written down.
operations-seen-own = Show what I did myself, too
operations-seen-others = Show only what others did
operations-seen-empty = Nobody else has opened your record so far.
operations-seen-empty-text = When somebody does, you find here who it was, when, and what they read.
operations-tag-refused = turned away
operations-pages = Pages
operations-newest = Newest
operations-older = Older
operations-programme-itself = The programme, by itself,

operations-role-participant = takes part here
operations-role-carer = family or friend
operations-role-worker = peer support worker
operations-role-supervisor = supervisor
operations-role-coordinator = coordinator
operations-role-partner = partner
operations-role-evaluator = evaluator
operations-role-administrator = administrator

# What somebody else did: after their name.
operations-did = worked with your record
operations-did-write-intake = changed your request for support
operations-did-read-intake = read what you answered when you asked for support
operations-did-invite-staff = changed what you are here
operations-did-read-staff = saw you on the page about the team
operations-did-write-worker-profile = changed your profile
operations-did-read-waiting-list = saw you on the waiting list
operations-did-set-priority = said how pressing your request is, or what the person for you must be trained in
operations-did-read-waiting-list-proposals = saw you on the list of people found
operations-did-run-matching = looked for people who go together with you
operations-did-release-offers = sent an offer with you in it
operations-did-choose-worker = chose who is proposed to you first
operations-did-read-load = saw how many people you support
operations-did-read-waiting-list-unserved = saw you on the list of people for whom nobody was found
operations-did-read-waiting-list-what-if = saw you while working out what other workers would change
operations-did-answer-offers = answered an offer with you in it
operations-did-read-request = read the request you sent them
operations-did-answer-request = answered your request
operations-did-say-known = said something about how you two know each other
operations-did-read-known = read what was said about how you two know each other
operations-did-read-known-notes = read the note that you two know each other from elsewhere
operations-did-read-known-notes-known-list = saw you on the list of people who know each other from elsewhere
operations-did-read-conversation = opened your conversation
operations-did-write-message = wrote to you
operations-did-read-goals = read your goals
operations-did-write-goals = changed your goals

# What somebody was turned away from.
operations-refused = tried to reach { $thing } and was turned away
operations-thing = something of yours
operations-thing-write-intake = your request for support
operations-thing-set-priority = your request
operations-thing-read-intake = your answers
operations-thing-read-request = your request
operations-thing-answer-request = your request
operations-thing-answer-offers = your offers
operations-thing-release-offers = your offers
operations-thing-say-known = what is said about how two of you know each other
operations-thing-read-known = what was said about how two of you know each other
operations-thing-read-known-notes = the note about how two of you know each other
operations-thing-read-conversation = your messages
operations-thing-write-message = your messages
operations-thing-read-goals = your goals
operations-thing-write-goals = your goals
operations-thing-write-worker-profile = your profile

# What the reader did.
operations-own = You worked with your record
operations-own-write-intake = You wrote in your request for support
operations-own-read-intake = You read your answers
operations-own-answer-offers = You looked at your offers or answered one
operations-own-read-conversation = You opened a conversation
operations-own-say-known = You said something about knowing the person you are paired with
operations-own-read-known = You read what was said about knowing the person you are paired with
operations-own-write-message = You wrote a message
operations-own-read-goals = You read your goals
operations-own-write-goals = You wrote in your goals
operations-own-write-worker-profile = You wrote in your profile
