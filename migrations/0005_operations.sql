-- Operations: the trail of who read or changed what about whom.

CREATE TABLE operations_trail (
    id UUID PRIMARY KEY,
    programme UUID,
    at BIGINT NOT NULL,
    actor UUID,
    subject UUID,
    act TEXT NOT NULL,
    outcome TEXT NOT NULL,
    kind TEXT NOT NULL,
    record UUID,
    route TEXT NOT NULL
);
CREATE INDEX operations_trail_subject ON operations_trail (subject, at);
CREATE INDEX operations_trail_programme ON operations_trail (programme, at);

-- Refusals of people who are not signed in: counted, so that a flood of them cannot fill the disk.
CREATE TABLE operations_stranger (
    day BIGINT NOT NULL,
    route TEXT NOT NULL,
    refused BIGINT NOT NULL,
    PRIMARY KEY (day, route)
);
