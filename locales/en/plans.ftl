# Goals in a person's own words, and small steps towards them.
plans-title = My goals
plans-lead = What you would like to move towards, in your own words. Big or small, and it may change.
plans-empty-title = You have not written a goal yet.
plans-empty-text = There is no need to. Some people like to have one thing to walk towards. It can be quite small, for example:
plans-empty-example = “Sit in the park with a coffee on Saturday.”
plans-steps-done = { $count ->
    [one] { $done } of 1 step done
   *[other] { $done } of { $count } steps done
}
plans-step-first = A first small step
plans-step-next = One more small step
plans-step-one = First step
plans-step-two = Second step
plans-step-add = Add step
plans-reached = I have reached this
plans-let-go = I am letting this go
plans-open-again = Take it up again
plans-is-reached = reached
plans-is-let-go = let go
plans-past = Reached or let go
plans-new = Write another goal
plans-new-first = Write a goal
plans-goal-label = What would you like to move towards?
plans-goal-hint = Say it as you would say it to a friend.
plans-first-steps = Small steps
plans-first-steps-hint = So small that you could do one this week. You can add more later.
plans-goal-save = Save goal
plans-who-reads = You and the person who supports you can read this. Only you can change it.
plans-done = done
plans-not-done = not done yet
plans-their-title = Goals of { $name }
plans-their-lead = In { $name }’s own words. Only { $name } changes them; { $name } can see that you looked.
plans-their-empty = { $name } has no goal written down now.
plans-their-empty-text = That is fine. Not everybody wants one.
said-goal-written = Your goal is saved.
said-goal-reached = You have marked this as reached. You find it further down.
said-goal-let-go = You have let this go. That is not a failure: you know best what is right for you now. You find it further down.
said-goal-open = This goal is open again.
