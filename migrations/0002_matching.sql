-- Matching: what workers say of themselves, and the offers made.

CREATE TABLE matching_worker (
    member UUID PRIMARY KEY REFERENCES people_member (id),
    programme UUID NOT NULL REFERENCES people_programme (id),
    sealed_profile BYTEA NOT NULL,
    capacity BIGINT NOT NULL,
    headroom BIGINT NOT NULL,
    published_at BIGINT,
    updated_at BIGINT NOT NULL
);
CREATE INDEX matching_worker_programme ON matching_worker (programme);

CREATE TABLE matching_offer (
    id UUID PRIMARY KEY,
    programme UUID NOT NULL REFERENCES people_programme (id),
    request UUID NOT NULL REFERENCES people_request (id),
    participant UUID NOT NULL REFERENCES people_member (id),
    worker UUID NOT NULL REFERENCES people_member (id),
    state TEXT NOT NULL,
    place BIGINT NOT NULL,
    value BIGINT NOT NULL,
    score BIGINT NOT NULL,
    sealed_reasons BYTEA NOT NULL,
    sealed_note BYTEA,
    proposed_at BIGINT NOT NULL,
    released_at BIGINT,
    picked_at BIGINT,
    answered_at BIGINT
);
CREATE UNIQUE INDEX matching_offer_open ON matching_offer (request, worker)
    WHERE state IN ('proposed', 'released', 'picked');
CREATE INDEX matching_offer_request ON matching_offer (request, state);
CREATE INDEX matching_offer_worker ON matching_offer (worker, state);
CREATE INDEX matching_offer_board ON matching_offer (programme, state);

-- One row a programme: taken by whoever writes proposals or lets offers out, so that one of two
-- who do it at once waits for the other.
CREATE TABLE matching_run (
    programme UUID PRIMARY KEY REFERENCES people_programme (id),
    turns BIGINT NOT NULL,
    ran_at BIGINT
);

-- Who could not be served when it was last worked out, and what the workers nearest to fitting
-- lacked (JSON, words of the rule).
CREATE TABLE matching_unserved (
    request UUID PRIMARY KEY REFERENCES people_request (id),
    programme UUID NOT NULL REFERENCES people_programme (id),
    reason TEXT NOT NULL,
    closest TEXT NOT NULL,
    found_at BIGINT NOT NULL
);
CREATE INDEX matching_unserved_programme ON matching_unserved (programme);
