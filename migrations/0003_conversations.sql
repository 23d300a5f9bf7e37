-- Conversations: one thread for a relationship, its parties and its messages.

CREATE TABLE conversations_thread (
    id UUID PRIMARY KEY,
    programme UUID NOT NULL REFERENCES people_programme (id),
    participant UUID NOT NULL REFERENCES people_member (id),
    last_seq BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX conversations_thread_participant ON conversations_thread (participant);

CREATE TABLE conversations_party (
    thread UUID NOT NULL REFERENCES conversations_thread (id),
    member UUID NOT NULL REFERENCES people_member (id),
    from_seq BIGINT NOT NULL,
    read_seq BIGINT NOT NULL,
    joined_at BIGINT NOT NULL,
    opened_at BIGINT,
    left_at BIGINT,
    PRIMARY KEY (thread, member)
);
CREATE INDEX conversations_party_member ON conversations_party (member);

CREATE TABLE conversations_message (
    id UUID PRIMARY KEY,
    thread UUID NOT NULL REFERENCES conversations_thread (id),
    seq BIGINT NOT NULL,
    author UUID NOT NULL REFERENCES people_member (id),
    client_id UUID NOT NULL,
    sealed_body BYTEA NOT NULL,
    sent_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX conversations_message_seq ON conversations_message (thread, seq);
CREATE UNIQUE INDEX conversations_message_client ON conversations_message (author, client_id);
