-- Plans: goals in a participant's own words and the small steps towards them.

CREATE TABLE plans_goal (
    id UUID PRIMARY KEY,
    programme UUID NOT NULL REFERENCES people_programme (id),
    participant UUID NOT NULL REFERENCES people_member (id),
    state TEXT NOT NULL,
    sealed_title BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE INDEX plans_goal_participant ON plans_goal (participant, created_at);

CREATE TABLE plans_step (
    id UUID PRIMARY KEY,
    goal UUID NOT NULL REFERENCES plans_goal (id),
    participant UUID NOT NULL REFERENCES people_member (id),
    place BIGINT NOT NULL,
    sealed_text BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    done_at BIGINT
);
CREATE UNIQUE INDEX plans_step_place ON plans_step (goal, place);
