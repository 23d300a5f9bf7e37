-- First meetings without commitment, and changes of worker.

-- How a pair stands that came together by a request; a relationship without a row here goes on.
CREATE TABLE matching_meeting (
    relationship UUID PRIMARY KEY REFERENCES people_relationship (id),
    programme UUID NOT NULL REFERENCES people_programme (id),
    participant UUID NOT NULL REFERENCES people_member (id),
    worker UUID NOT NULL REFERENCES people_member (id),
    request UUID NOT NULL REFERENCES people_request (id),
    thread UUID NOT NULL REFERENCES conversations_thread (id),
    state TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    asks_again_at BIGINT NOT NULL,
    goes_on_at BIGINT NOT NULL,
    settled_at BIGINT
);
CREATE INDEX matching_meeting_request ON matching_meeting (request, began_at);
CREATE INDEX matching_meeting_due ON matching_meeting (state, goes_on_at);
CREATE INDEX matching_meeting_programme ON matching_meeting (programme, state);

-- What each of the two said, sealed with the key of the one who said it. Both rows are there from
-- the beginning and hold texts of the same length, and both are deleted when it is settled, so
-- that not even a copy of the database shows who answered.
CREATE TABLE matching_answer (
    id UUID PRIMARY KEY,
    relationship UUID NOT NULL REFERENCES matching_meeting (relationship),
    member UUID NOT NULL REFERENCES people_member (id),
    sealed_answer BYTEA NOT NULL
);
CREATE UNIQUE INDEX matching_answer_once ON matching_answer (relationship, member);

CREATE TABLE matching_change (
    id UUID PRIMARY KEY,
    programme UUID NOT NULL REFERENCES people_programme (id),
    participant UUID NOT NULL REFERENCES people_member (id),
    -- The worker of before, and the relationship that is to end.
    worker UUID NOT NULL REFERENCES people_member (id),
    relationship UUID NOT NULL REFERENCES people_relationship (id),
    thread UUID REFERENCES conversations_thread (id),
    -- The request by which somebody new is looked for, and whether it was begun for this.
    request UUID NOT NULL REFERENCES people_request (id),
    own_request BOOLEAN NOT NULL,
    state TEXT NOT NULL,
    -- Whether the worker of before stays until somebody new has said yes.
    keeps BOOLEAN NOT NULL,
    by_participant BOOLEAN NOT NULL,
    by_worker BOOLEAN NOT NULL,
    by_coordinator BOOLEAN NOT NULL,
    -- The worker's words for the coordinator, sealed with the participant's key.
    sealed_note BYTEA,
    asked_at BIGINT NOT NULL,
    -- Who has said yes, and the last message there was when they came.
    new_worker UUID REFERENCES people_member (id),
    came_seq BIGINT,
    ends_at BIGINT,
    ended_at BIGINT
);
CREATE UNIQUE INDEX matching_change_open ON matching_change (relationship)
    WHERE state IN ('looking', 'ending');
CREATE INDEX matching_change_request ON matching_change (request);
CREATE INDEX matching_change_due ON matching_change (state, ends_at);
CREATE INDEX matching_change_programme ON matching_change (programme, state);

-- What is handed over to the new worker: what the worker of before wrote, and what the
-- participant made of it. Both sealed with the participant's key. Only an approved text is read.
CREATE TABLE matching_hand_over (
    change UUID PRIMARY KEY REFERENCES matching_change (id),
    participant UUID NOT NULL REFERENCES people_member (id),
    sealed_written BYTEA,
    sealed_text BYTEA,
    reads TEXT NOT NULL,
    approved_at BIGINT
);

-- What somebody is told about a pair of theirs, until they have seen it.
CREATE TABLE matching_told (
    id UUID PRIMARY KEY,
    programme UUID NOT NULL REFERENCES people_programme (id),
    member UUID NOT NULL REFERENCES people_member (id),
    -- Of whom it speaks.
    about UUID NOT NULL REFERENCES people_member (id),
    kind TEXT NOT NULL,
    record UUID NOT NULL,
    told_at BIGINT NOT NULL,
    seen_at BIGINT
);
CREATE INDEX matching_told_member ON matching_told (member, seen_at);
