# People one would rather not be matched with, pairs who know each other, work and caring, and what is counted.

never-title = People I would rather not be matched with
never-lead = Somebody from your street, your family, your work, your past. No reason is needed.
never-private = This list is for your eyes only. Nobody in the programme can open it, and no page shows that somebody is missing because of it.
never-mine = On your list
never-nobody = Nobody yet.
never-no-name = Somebody without a name
never-chosen = You chose this person.
never-typed = You wrote this name.
never-take-back = Take back
never-take-back-hint = If you take somebody back, you can be matched with them again. If you know them and would like that, this is all you need to do.
never-choose = Choose from the people who support others here
never-choose-legend = Do you know any of them?
never-choose-go = Put them on my list
never-nobody-to-choose = There is nobody to choose from at the moment. You can write a name below.
never-find = Look for a name
never-find-go = Show
never-found =
    { $count ->
        [0] Nobody of that name can be chosen. You can write the name below.
        [one] One person
       *[other] { $count } people
    }
never-type = Write a name
never-type-worker = Write the name of somebody you would rather not support
never-name = Their name
never-name-hint = Capitals, accents and spaces make no difference. With a first name alone, everybody of that name is left out. If they go by several names, add each.
never-name-go = Put this name on my list
never-name-honest = We do not tell you whether anybody here has this name. And somebody who goes by a name that is not on your list can still come up: then say that you know them.
never-when = From when it counts
never-when-text = From the next time people are looked for. Somebody who is offered to you already stays there until you say “not this one”. If you are supported by somebody on your list now, nothing ends by itself.
never-when-worker = From the next time people are looked for. If somebody on your list has chosen you already, you can decline. Nobody you support now is taken from you.
never-known = Are you paired with somebody you know from elsewhere, and is that all right for both of you?
never-known-go = Say so, and go on
never-back-ask = Back to your request
never-back-profile = Back to your profile
never-back-account = Back to your account
never-back-offers = Back to your offers
never-back-home = Home
never-door = Your private list. Nobody else can see it.
never-from-profile = People you would rather not support stand on a list of their own, for your eyes only.
said-never-kept = Kept on your list. Nobody else can see it.
said-never-taken-back = Taken back.

never-pass-title = Not this one?
never-pass = Not { $name }
never-pass-hint = You need not say why. The others remain, and nobody is told more than that you would rather have somebody else.
never-pass-known = I know this person
never-pass-known-hint = They go on your private list and are not offered to you again. Nobody else sees it: it looks like any other no.
said-never-passed = They are on your private list. Nobody else can see it.
said-passed-on = All right: somebody else then.

never-ask-legend = People you would rather not be matched with
never-ask-hint = They stand on a page of their own, for your eyes only: you can choose from those who support others here, or write a name. This page is saved first.
never-ask-go = Open my private list
never-check = Whom you would rather not be matched with stands on your private list.

known-title = We know each other from elsewhere
known-lead = It happens, above all in small places: the person you are paired with is a neighbour, a cousin of a friend, somebody from a former job. It need not be a problem when both know of it. Here you can say so; the other is asked, and you decide together.
known-nobody = You are not paired with anybody at the moment.
known-nobody-text = If there is somebody you would rather not be matched with, put them on your private list.
known-since = Together since { $date }
known-words = How do you know { $name }?
known-words-hint = A few words are enough. { $name } reads them. When both of you want to go on, supervisors and the coordinator can read them too, so that somebody thinks along. Before that, nobody else can.
known-say = Ask { $name } whether that is all right
known-waiting = You said that you know each other. { $name } is asked whether they know of it and want to go on. Nobody else sees it yet.
known-take-back = Take it back
known-asked = { $name } says that you know each other from elsewhere, and asks whether that is all right with you.
known-answer = Something you would like to add
known-answer-hint = The other of you reads it, and later supervisors and the coordinator.
known-yes = I know of it, and it is all right
known-no = I would rather not go on like this
known-no-hint = Nobody asks you for a reason, and it is not kept for supervision.
known-apart-theirs = You said that you would rather not go on like this. That is all right.
known-apart-mine = { $name } would rather not go on like this. It says nothing about you.
known-change = You can ask for somebody else at any time. You keep your place and what you have written, and nobody has to give a reason.
known-change-worker = You can hand over at any time. Talk with your coordinator: the person is not left alone.
known-change-go = How to change
known-kept-tag = Both know of it
known-kept = You and { $name } know each other from elsewhere, and both of you are fine with going on. Supervisors and the coordinator can read this.
known-never = I would rather not be matched with this person again
known-never-text = Nothing changes now, and { $name } does not learn of it. It counts from the next time people are looked for, and it goes on your private list.
known-never-go = Put them on my list
known-door = Somebody you are paired with, from your life outside
known-door-asked =
    { $count ->
        [one] Somebody asks you something
       *[other] { $count } people ask you something
    }
said-known-said = Said. The other is asked now.
said-known-kept = Kept: both of you know of it and go on.
said-known-apart = Thank you for saying so. Below is what you can do.
said-known-taken-back = Taken back. Nothing of it was kept.
said-known-meanwhile = It stands differently by now. This is how.

known-notes-title = People who know each other from elsewhere
known-notes-lead = Pairs who know each other from outside the programme. Both have said that they want to go on, and that supervision may know.
known-notes-empty = Nobody has said so.
known-notes-empty-text = When two who are paired say that they know each other and want to go on, they appear here.
known-notes-participant = Supported
known-notes-worker = Supports
known-notes-since = Since
known-notes-door = For supervision
known-note-lead = Both have wanted to go on since { $date }.
known-note-said = { $name } said on { $date }
known-note-answered = { $name } answered
known-note-agreed = { $name } said yes without adding anything.
known-note-honest = Both can read this page's words too, and the person who is supported sees that you opened it.

work-title = Your work
work-employer = Who do you work for?
work-employer-hint = Only so that we do not match you with a colleague, if you do not want that. Nobody reads it: not the people offered to you, not the coordinator.
work-apart = Never somebody from my own employer
work-apart-hint = We compare the names as you both wrote them. Somebody who did not say where they work can still come up.
work-check-apart = Never somebody from my own employer
work-check-employer = You said where you work. Nobody reads it.
work-profile-employer = Who you work for, or worked for
work-profile-employer-hint = Only so that nobody is matched with a colleague who does not want that. Nobody reads it.
work-profile-apart = I would rather not support somebody from my own employer

caring-title = If you care for somebody
caring-legend = Whom do you care for?
caring-hint = We look for somebody who has cared for the same, and it counts as essential. It is asked when you want a peer for family and friends.
caring-none = I would rather not say, or somebody else
caring-not-asked = Whom you care for counts when you ask for somebody for family or friends, under “What kind of support?”.
caring-parent = A parent
caring-partner = A partner
caring-child = A child, of any age

people-ask-7-title = About you, if you like
about-lead = You can leave this page empty; nothing depends on it.
about-honest = We ask for one reason: so that the programme can see whether it treats everybody alike, for example whether some people wait longer. It is never used to find somebody for you. Nobody reads your answers: they are only counted together with those of others, and groups of fewer than five are not shown.
about-gender = I am
about-age = My age
about-culture = I feel at home in
about-culture-hint = As many as you like.
about-none = I would rather not say
about-check = You said something about yourself. It is only counted.
