# Conversations between a participant and the person who supports them.
conversations-title = Messages
conversations-title-with = Messages with { $name }
conversations-somebody = Somebody
conversations-none-title = There are no conversations yet.
conversations-none = When you have picked somebody and they have said yes, you can write to each other here.
conversations-none-worker = When you agree to a request, you can write to each other here.
conversations-new = { $count ->
    [one] new message
   *[other] new messages
}
conversations-last = Last message:
conversations-nothing-yet = Nobody has written yet.
conversations-goals = Goals of { $name }
conversations-who-reads = Only the two of you can read this.
conversations-begin = Nobody has written yet. A short “hello” is enough to begin.
conversations-thread = Messages
conversations-outbox = Not sent yet
conversations-older = Earlier messages
conversations-newest = Go to the newest messages
conversations-look = See if there is anything new
conversations-below = New message below
conversations-you = You
conversations-sent = sent
conversations-waiting = on its way
conversations-unsent = not sent yet
conversations-try-again = Try again
conversations-your-message = Your message
conversations-send = Send
conversations-offline = No connection just now. Keep this page open: what you send will go out when the connection is back.
conversations-signed-out = You have been signed out. Open this page again to sign in; copy what is not sent yet first.
conversations-who-several = { $count } people read this.
conversations-several = { $names } are both in this conversation with you. What you write here is read by all of you.
conversations-alone = Nobody else is in this conversation at the moment. What was written stays with you. You can write here again when somebody new has come.
conversations-since-you-came = You see what was written since you came.
conversations-first-meeting = Your first meeting with { $name }
conversations-change = A change is under way: { $name }
conversations-other = I would like somebody other than { $name }
conversations-cannot = I cannot go on with { $name }
conversations-handed-over = What was handed over to you
