# Asking for support
## The front page.
people-front-none-title = Cairn is running
people-front-none = There is no programme here yet. If you are setting this up: “cairn demo” shows everything with invented people; docs/howto tells how to make a programme of your own.
people-front-several = Peer support programmes
people-front-several-lead = Several programmes work with this site. Choose the one near you, or the one you were told about.
people-front-title = Talk with someone who has been there
people-front-lead = The people here have lived through distress of their own. They have come some way since, they are trained, and they walk beside you at your pace.
people-front-ask = Ask for support
people-front-go-on = Go on with your answers
people-front-home = Go to your page
people-front-sign-in = Sign in
people-front-how = How it goes
people-front-how-1 = You tell us what matters to you. It takes about five minutes. You may leave any question empty, and you need not give your legal name.
people-front-how-2 = We look for up to three people who might suit you. You read what each says about themselves, and you choose. You can ask for others, or take your time.
people-front-how-3 = When the person you choose says yes too, you can write to each other, and talk or meet in the way you both like. Either of you may say it is not the right fit.
people-front-honest = We cannot promise how soon it will be. It depends on who is free. You can always see how your request stands.
people-front-now = If you need someone right now
people-front-now-text = Peer support is not an emergency service. These people answer:
people-front-now-none = Peer support is not an emergency service. If there is danger to life, call the emergency number of your country.
people-front-leave = Leaving this site quickly
people-front-leave-text = “{ $leave }” at the top, or the Shift key three times, signs you out and opens another site.
people-line-call = Call
people-line-text = Text
people-line-emergency = Danger to life

## A way to come back.
people-begin-title = First, a way to come back
people-begin-lead = So that you can stop at any time and find your answers again. This is the only thing we need.
people-begin-name = What shall we call you?
people-begin-name-hint = Any name you like. It need not be your legal name. The person you pick and the programme will see it.
people-begin-login = A name to sign in with
people-begin-login-hint = Only you use it. If you leave it empty, it is the name above.
people-begin-passphrase = A passphrase
people-begin-passphrase-hint = Four or five words that only you would put together, for example about a place you like. At least 15 characters; spaces are welcome. We cannot read it, so please keep it somewhere safe.
people-begin-again = Please type it once more. We never keep it, not even for a moment.
people-begin-go = Go on
people-begin-or = or
people-begin-email-title = With an e-mail instead
people-begin-email = Your e-mail address
people-begin-email-hint = We send you a link that signs you in. We use the address for nothing but letters about your own support. Does somebody else read your e-mail? Then the passphrase is safer.
people-begin-email-go = Send me a link
people-begin-sent-title = We sent you a link
people-begin-sent = Open it on this phone or computer, and you can begin. It works once and only for a short while. If nothing comes, look in the folder for unwanted mail, or try again.
people-begin-link-title = Ask for support
people-begin-link-lead = Press the button and you can begin. This link works once.
people-begin-link-button = Begin
people-begin-have = I have been here before: sign in
people-begin-taken = If that was you, sign in and go on where you were.
people-begin-known-title = Ask for support
people-begin-known = You are signed in, so nothing else is needed to begin. Six short pages follow; you may leave anything empty.
people-begin-known-staff = You work here, and you may ask for support for yourself too. What you answer stands apart from your work: who reads it is written down, and you can see it.

## What every page of the form has.
people-ask-page = Page { $n } of { $of }
people-ask-go = Save and go on
people-ask-back = Back
people-ask-leave = Save and stop for now
people-ask-saved = Saved as you leave each page. You can stop and come back.
people-ask-kept = Kept just now.
people-ask-keeping-failed = Not kept yet: no network. It tries again by itself.
people-ask-signed-out = You have been signed out. What you wrote is kept: press “Save and go on” and sign in again.
people-ask-optional = you may leave this empty
people-ask-elsewhere = This page was changed in another window in the meantime. Below is what you wrote here; nothing of it is lost. Save again, and it takes the place of the other.
said-intake-kept = Your answers are kept. Go on whenever you like.
said-intake-changed = Your answers are changed.

## 1: what you have been through.
people-ask-1-title = What you have been through
people-ask-1-lead = Open what fits you and tick as much or as little as you like.
people-ask-1-why = We ask so that we can find somebody who knows it from inside. The coordinator who looks for people reads it. For each, say how much that matters to you.
people-ask-1-most = At most { $limit }, so that each one counts.
people-ask-1-ticked =
    { $count ->
        [one] 1 ticked
       *[other] { $count } ticked
    }
people-ask-how-much = How much does it matter that they know this: { $what }?
people-ask-story = In your own words
people-ask-story-hint = Only the person you pick reads this, after you have picked them, and the coordinator.
people-ask-show = The person you pick may see everything I ticked above
people-ask-show-hint = If you leave this empty, they see only what they have lived through too.

## 2: who you would like.
people-ask-2-title = Who you would like
people-ask-2-kind = What kind of support?
people-ask-2-kind-hint = We ask so that we look among the right people. The coordinator sees it. If you leave it open, we look among peer support workers.
people-ask-kind-peer-worker = Someone who has been there and walks beside me
people-ask-kind-peer-worker-hint = A peer support worker: listens, tells you what helped them, goes at your pace.
people-ask-kind-recovery-coach = Someone who works on goals with me
people-ask-kind-recovery-coach-hint = A recovery coach: the same, with more of a plan and dates to look back on it together.
people-ask-kind-carer-peer = Someone for me as family or friend
people-ask-kind-carer-peer-hint = A peer for carers: has also stood beside somebody who was unwell.
people-ask-2-wishes = Is there anything you wish for in the person?
people-ask-2-wishes-hint = We ask because some things make it easier to talk. The coordinator sees it; nobody else. “A must” means we will offer you nobody else, which can mean a longer wait.
people-ask-must = a must
people-ask-how-much-wish = How much does this matter: { $what }?
people-ask-2-sector = Your line of work
people-ask-2-sector-hint = We ask because somebody from the same work may understand more quickly. The coordinator sees it.
people-ask-2-sector-none = I would rather not say

## 3: languages.
people-ask-3-title = Languages you are at ease in
people-ask-3-legend = Which languages could you talk in?
people-ask-3-hint = We ask so that you share at least one. The coordinator sees it. If you tick none, we take it that { $language } is fine.
people-ask-3-other = Another language
people-ask-3-other-none = none

## 4: ways of meeting.
people-ask-4-title = How you would like to meet
people-ask-4-legend = Which ways suit you?
people-ask-4-hint = We ask so that nobody has to do what is hard for them. The coordinator sees it. If you tick none, we take it that any way will do.
people-ask-mode-chat = By writing
people-ask-mode-chat-hint = Messages here, whenever it suits each of you
people-ask-mode-phone = By phone
people-ask-mode-phone-hint = At a time you agree
people-ask-mode-video = By video
people-ask-mode-video-hint = Seeing each other on a screen
people-ask-mode-in-person = Face to face
people-ask-mode-in-person-hint = At a place that suits you both
people-ask-4-place = If you meet face to face: near which place?
people-ask-4-place-hint = We ask so that neither of you has too far to go. Not your address, only the nearest place on this list.
people-ask-4-place-none = I would rather not say
people-ask-4-place-kept = The place you gave before
people-ask-4-km = How far could you travel, in kilometres?
people-ask-4-km-hint = Only counts for meeting face to face. Empty means any distance.

## 5: times.
people-ask-5-title = When it would suit you
people-ask-5-legend = At which times of the week could you usually meet or talk?
people-ask-5-hint = We ask so that you share some time. The coordinator sees it. If you tick none, we take it that any time is possible.
people-ask-5-parts = Early is from 6 to 9, morning 9 to 12, midday 12 to 14, afternoon 14 to 17, evening 17 to 21, night 21 to 24.
people-ask-part-early = early
people-ask-part-morning = morning
people-ask-part-midday = midday
people-ask-part-afternoon = afternoon
people-ask-part-evening = evening
people-ask-part-night = night
people-ask-5-also = Also
people-ask-5-zone = Your time zone
people-ask-5-zone-hint = We ask so that four o’clock means your four o’clock.

## 6: who must never be offered, and what else matters.
people-ask-6-title = Anyone we must never offer you
people-ask-6-note = Something the coordinator should take care of
people-ask-6-note-hint = You need not: your private list is enough. The coordinator reads this and takes care of it by hand. Never the people offered to you.
people-ask-6-tell = What else would you like the person you pick to know?
people-ask-6-tell-hint = What helps you, what to be careful with, how you like to be spoken to. Only the person you pick reads it, after you have picked them, and the coordinator.

## Everything at a glance.
people-check-title = Is this how you want it?
people-check-lead = Here is everything you said. You can change any of it, now or after sending.
people-check-lead-sent = Here is everything you said. You can change any of it until you and somebody have agreed.
people-check-change = Change
people-check-empty = You have left this open.
people-check-weighed = { $what }: { $how }
people-check-kind-open = You have not said what kind: we will look among peer support workers.
people-check-languages-open = You have not said which language: we will take it that { $language } is fine.
people-check-modes-open = You have not said how: we will take it that any way of meeting will do.
people-check-times-open = You have not said when: we will take it that any time is possible.
people-check-zone = Time zone: { $zone }
people-check-sector = Line of work: { $what }
people-check-place = Near { $place }
people-check-km = Up to { $km } km
people-check-show = The person you pick may see everything you ticked.
people-check-hide = The person you pick sees only what they have lived through too.
people-check-musts = You have asked that one person must be all of these: { $what }. Few people are, or nobody. You may want to make one of them a wish.
people-check-send = Send my request
people-check-sent = Back to my page
people-check-later = Not yet: keep it for later

## Afterwards.
people-done-title = Your request is with us
people-done-lead = Thank you for telling us. It takes courage to ask.
people-done-next = What happens next
people-done-1 = A coordinator of { $programme } looks for people who might suit you.
people-done-2 = When there is somebody, you find them under “People for you”. You choose; nobody writes to you before that.
people-done-3 = We cannot say how long it takes: it depends on who is free. You can see how it stands, and change your answers, whenever you like.
people-done-back = Keep in mind how you sign in: that is your way back here.
people-done-now = If it gets too heavy before then
people-done-now-text = While you wait, nobody here watches over you day and night. These pages tell who answers now.
people-done-help = Who answers now
people-done-home = Go to my page
people-done-change = Look at my answers

## The letter with a link to begin. It says nothing about what this is.
people-letter-begin =
    Hello,

    you can begin here. The link works once, for an hour:

    { $link }

    If you did not ask for this, you need do nothing.

# Sign-in and account
people-sign-in-title = Welcome back
people-sign-in-login = Your name to sign in, or your e-mail address
people-sign-in-email-hint = We send you a link. You need no passphrase with it.
people-sign-in-email-send = Send me a link
people-or = or
people-email = E-mail address
people-passphrase = Passphrase
people-passphrase-new = New passphrase
people-passphrase-hint = At least { $shortest } characters. Four or five words that only you would put together are easy to remember. Spaces are fine.
people-login-new = A name to sign in with
people-login-hint = Any name you like. Others do not see it.
people-email-new = New e-mail address
people-wait = There were too many wrong tries. You can try again { $when }. Nothing is lost, and nobody has been shut out for good.
said-link-sent = If we know this address, a letter with a link is on its way to it. Look in the folder for unwanted mail, too.
said-signed-out = You are signed out.
said-saved = Saved.
said-session-ended = That one is signed out now.
said-others-ended = All others are signed out now.
said-passphrase-changed = Your passphrase is changed. Everywhere else you are signed out now.
said-email-sent = We have sent a letter to the new address. Please open the link in it, in this browser.
said-email-kept = Your new address is in use now.
said-joined = You have joined. It is good to have you here.
said-invitation-withdrawn = The invitation is withdrawn. Its link leads nowhere now.

people-link-title = Sign in
people-link-lead = Press the button to sign in. This link works once.
people-link-button = Sign me in
people-link-gone-title = This link does not work any more
people-link-gone-lead = It has been used, or it is too old. Nothing is lost: you can sign in in another way or ask for a new link.
people-link-to-sign-in = Go to sign-in
people-email-link-title = Is this your address?
people-email-link-lead = Press the button to use this address for signing in from now on.
people-email-link-button = Use this address

people-account-name-title = Your name here
people-account-name = What shall we call you?
people-account-name-hint = Any name you like. The people you are in touch with here see it.
people-account-programmes = Go to another of your programmes
people-account-language = Which language would you like to read?
people-account-ways-title = How you sign in
people-account-login = Name to sign in with
people-account-no-email = none
people-account-passphrase-title = Change your passphrase
people-account-passphrase-lead = Everywhere else you are signed in, you will be signed out, and programs lose their access.
people-account-old = Your passphrase as it is now
people-account-passphrase-change = Change passphrase
people-account-login-title = Add a name and a passphrase
people-account-login-lead = With them you can sign in without waiting for a letter. Everywhere else you are signed in, you will be signed out.
people-account-email-add-title = Add an e-mail address
people-account-email-change-title = Change your e-mail address
people-account-email-lead = With an address, you can sign in by a link if you forget your passphrase. We send a letter there first, to see that it arrives. If somebody else reads your e-mail, it is safer without.
people-account-proof-hint = So that nobody else can do this on your phone.
people-account-email-send = Send a letter to this address
people-sessions-title = Where you are signed in
people-sessions-lead = Is there something you do not know? End it, and change your passphrase.
people-sessions-here = this one
people-sessions-since = Signed in { $when }
people-sessions-seen = Last here { $when }
people-sessions-end = Sign out there
people-sessions-end-others = Sign out everywhere else
people-browser-on = { $program } on { $system }
people-browser-unknown = A browser we do not recognise
people-token = A program with access
people-token-since = Access given { $when }
people-token-end = Take the access back

people-programmes-title = Your programmes
people-programmes-lead = You belong to more than one programme. Which one would you like to go to?
people-programmes-here = you are here
people-programmes-go = Go there
people-programmes-none = You do not belong to a programme
people-programmes-none-detail = If you were invited, open the link of the invitation once more. If you were here before, ask your programme.

people-staff-caption = Who is on the team
people-staff-none = Nobody is on the team yet.
people-staff-name = Name
people-staff-roles = What they do here
people-role-participant = participant
people-role-carer = family or friend
people-role-worker = peer support worker
people-role-worker-hint = Supports people, from their own experience.
people-role-supervisor = supervisor
people-role-supervisor-hint = Looks after the peer support workers.
people-role-coordinator = coordinator
people-role-coordinator-hint = Sees who waits, brings people together, invites the team.
people-role-partner = partner
people-role-partner-hint = Works in a service beside the programme.
people-role-evaluator = evaluator
people-role-evaluator-hint = Sees numbers, never names.
people-role-administrator = administrator
people-role-administrator-hint = Sets the programme up, invites the team. Does not read what people write.
people-invited-title = Open invitations
people-invited-none = There are no open invitations.
people-invited-until = Open until
people-invited-withdraw = Withdraw
people-invite-title = Invite somebody
people-invite-lead = They get a link of their own. With it they choose a name and a passphrase and join the team.
people-invite-name = Their name
people-invite-name-hint = They can change it when they join.
people-invite-roles = What will they do here?
people-invite-email = Their e-mail address
people-invite-email-hint = You may leave this empty and hand the link over yourself.
people-invite-send = Make the invitation
people-invite-made = The invitation for { $name } is ready
people-invite-made-sent = A letter with this link is on its way. You can also hand it over yourself:
people-invite-made-hand-over = Hand this link over yourself, to nobody else:
people-invite-made-once = It is shown only now, works once, and is good for 14 days.

people-invitation-title = You are invited
people-invitation-lead = { $programme } would like you to join as: { $roles }.
people-invitation-have-account = I already have an account here
people-invitation-signed-in = You are signed in. You can join with this account.
people-invitation-name = What shall we call you?
people-invitation-name-hint = The people you are in touch with here see this name.
people-invitation-agree-title = Before you join
people-invitation-agree = What people tell here stays here. I read only what I need for my part, and I know that each reading is written down and the person can see it.
people-invitation-join = Join

# Letters. Others may see the subject on a locked screen: it tells nothing.
people-letter-subject = A link for you
people-letter-sign-in =
    Hello,

    here is the link you asked for. It works once, for { $minutes } minutes:

    { $link }

    You did not ask for it? Then you need not do anything. Nobody can sign in without this letter.

    { $programme }
people-letter-invitation =
    Hello,

    you are invited to join the team of { $programme }. This link is for you alone. It works once, for 14 days:

    { $link }

    You did not expect this? Then you need not do anything.
people-letter-email =
    Hello,

    please open this link in the browser in which you are signed in. It works once, for { $minutes } minutes:

    { $link }

    You did not ask for it? Then you need not do anything: nothing happens without you.

    { $programme }
people-letter-email-changed =
    Hello,

    the address for signing in to your account was changed. Letters do not come to this address any more.

    Was it not you? Then please tell us at once, so that we can help you back in.

    { $programme }
