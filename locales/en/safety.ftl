# I need help now: where to turn.
safety-title = I need help now
safety-lead = If you may not be safe, or it is just too much right now, you can talk to somebody today. You do not need to be sure that it is bad enough.
safety-no-lines = We do not know here which place you are in. If you or somebody else is in danger, call your local emergency number. In much of Europe it is 112, in North America 911, in Australia 000, in New Zealand 111.
safety-call = Call { $name }:
safety-text = Text
safety-emergency-title = If a life is in danger now
safety-emergency-text = Call this number, or ask somebody near you to call. Say where you are first.
safety-here-title = Who is here
safety-not-watched = Nobody of the programme watches this page, and nobody is told that you opened it.
safety-supporter = You can write to { $name }. { $name } may not read it today, so please do not wait for an answer if you need somebody now.
safety-messages = Go to your messages
safety-meanwhile-title = Until somebody answers
safety-meanwhile-person = If you can, be near another person. You need not explain anything.
safety-meanwhile-place = Put some distance between you and whatever you could hurt yourself with, or ask somebody to keep it for you.
safety-meanwhile-hour = The next hour is enough. What feels unbearable now will not stay at this strength.
