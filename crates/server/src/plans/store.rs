//! Every SQL statement of the room.

use cairn_db::statements;

statements! {
    /// The goals of a person, the first written first.
    pub GOALS = "SELECT id, participant, state, sealed_title, created_at
        FROM plans_goal WHERE participant = $1 ORDER BY created_at, id";
    /// A goal.
    pub GOAL = "SELECT id, participant, state, sealed_title, created_at FROM plans_goal WHERE id = $1";
    /// The steps of all goals of a person, in order.
    pub STEPS = "SELECT id, goal, participant, sealed_text, done_at
        FROM plans_step WHERE participant = $1 ORDER BY goal, place";
    /// A step.
    pub STEP = "SELECT id, goal, participant, sealed_text, done_at FROM plans_step WHERE id = $1";
    /// A new goal; nothing happens when there is one with this id.
    pub ADD_GOAL = "INSERT INTO plans_goal (id, programme, participant, state, sealed_title, created_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $6) ON CONFLICT (id) DO NOTHING";
    /// A goal was worked on. Comes before a step is added, so that steps are added one by one.
    pub TOUCH_GOAL = "UPDATE plans_goal SET updated_at = $2 WHERE id = $1";
    /// Where a goal stands.
    pub SET_GOAL_STATE = "UPDATE plans_goal SET state = $2, updated_at = $3 WHERE id = $1";
    /// How many steps a goal has.
    pub COUNT_STEPS = "SELECT COUNT(*) FROM plans_step WHERE goal = $1";
    /// A new step, behind the others; nothing happens when there is one with this id.
    pub ADD_STEP = "INSERT INTO plans_step (id, goal, participant, place, sealed_text, created_at, done_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING";
    /// A step is done, or is not done after all.
    pub SET_STEP_DONE = "UPDATE plans_step SET done_at = $2 WHERE id = $1";
    /// How many goals of a person are open, and how many steps of those are done and are there.
    pub GOAL_COUNTS = "SELECT
        (SELECT COUNT(*) FROM plans_goal WHERE participant = $1 AND state = 'open'),
        (SELECT COUNT(*) FROM plans_step s JOIN plans_goal g ON g.id = s.goal
            WHERE g.participant = $1 AND g.state = 'open' AND s.done_at IS NOT NULL),
        (SELECT COUNT(*) FROM plans_step s JOIN plans_goal g ON g.id = s.goal
            WHERE g.participant = $1 AND g.state = 'open')";
}
