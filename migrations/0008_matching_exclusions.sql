-- Matching: whom somebody never wants to be matched with, and pairs who know each other from
-- elsewhere and go on.

-- One list a person, sealed with their key. Nobody but they reads it; matching works with it.
CREATE TABLE matching_never (
    member UUID PRIMARY KEY REFERENCES people_member (id),
    programme UUID NOT NULL REFERENCES people_programme (id),
    sealed_list BYTEA NOT NULL
);
CREATE INDEX matching_never_programme ON matching_never (programme);

-- One of two says that they know each other from elsewhere, the other is asked; when both are fine
-- with going on it is kept, for the two, for supervision and for the coordinator. Words are sealed
-- with the participant's key.
CREATE TABLE matching_known (
    id UUID PRIMARY KEY,
    programme UUID NOT NULL REFERENCES people_programme (id),
    relationship UUID NOT NULL REFERENCES people_relationship (id),
    participant UUID NOT NULL REFERENCES people_member (id),
    worker UUID NOT NULL REFERENCES people_member (id),
    said_by UUID NOT NULL REFERENCES people_member (id),
    state TEXT NOT NULL,
    sealed_words BYTEA NOT NULL,
    sealed_answer BYTEA,
    said_at BIGINT NOT NULL,
    answered_at BIGINT
);
CREATE UNIQUE INDEX matching_known_relationship ON matching_known (relationship);
CREATE INDEX matching_known_programme ON matching_known (programme, state);
