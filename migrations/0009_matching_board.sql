-- The coordinator's board.

-- Whom a coordinator wants to be proposed to somebody first. It stands until the offer has gone out,
-- and every computation for all keeps to it as long as it is possible.
CREATE TABLE matching_choice (
    request UUID PRIMARY KEY REFERENCES people_request (id),
    programme UUID NOT NULL REFERENCES people_programme (id),
    worker UUID NOT NULL REFERENCES people_member (id),
    chosen_by UUID NOT NULL REFERENCES people_member (id),
    chosen_at BIGINT NOT NULL
);
CREATE INDEX matching_choice_programme ON matching_choice (programme);

-- What makes a request pressing, in the coordinator's words, sealed with the participant's key.
CREATE TABLE matching_pressing (
    request UUID PRIMARY KEY REFERENCES people_request (id),
    programme UUID NOT NULL REFERENCES people_programme (id),
    participant UUID NOT NULL REFERENCES people_member (id),
    sealed_why BYTEA NOT NULL,
    set_at BIGINT NOT NULL
);
CREATE INDEX matching_pressing_programme ON matching_pressing (programme);

-- The figures of fairness as they were told, up to the end of a week: JSON of counts that name
-- nobody, small ones already left out. What was told once stays as it was told.
CREATE TABLE matching_fairness (
    programme UUID NOT NULL REFERENCES people_programme (id),
    until BIGINT NOT NULL,
    figures TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (programme, until)
);
