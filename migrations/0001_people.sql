-- People: programmes, accounts, members, sessions, requests for support, relationships.
-- Columns called sealed_* are encrypted before they come here.

CREATE TABLE people_programme (
    id UUID PRIMARY KEY,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    settings TEXT NOT NULL,
    sealed_key BYTEA NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX people_programme_slug ON people_programme (slug);

-- The keys of accounts and members, apart from all that they open: a row deleted here makes what
-- its owner wrote unreadable (docs/decisions/0003-keys-and-erasure.md).
CREATE TABLE people_key (
    owner UUID PRIMARY KEY,
    sealed_key BYTEA NOT NULL
);

CREATE TABLE people_account (
    id UUID PRIMARY KEY,
    login_index BYTEA,
    sealed_login BYTEA,
    email_index BYTEA,
    sealed_email BYTEA,
    passphrase_hash TEXT,
    language TEXT,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX people_account_login ON people_account (login_index);
CREATE UNIQUE INDEX people_account_email ON people_account (email_index);

CREATE TABLE people_member (
    id UUID PRIMARY KEY,
    programme UUID NOT NULL REFERENCES people_programme (id),
    account UUID NOT NULL REFERENCES people_account (id),
    sealed_name BYTEA,
    created_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE UNIQUE INDEX people_member_once ON people_member (programme, account);
CREATE INDEX people_member_account ON people_member (account);

CREATE TABLE people_role (
    member UUID NOT NULL REFERENCES people_member (id),
    role TEXT NOT NULL,
    PRIMARY KEY (member, role)
);

CREATE TABLE people_session (
    id UUID PRIMARY KEY,
    account UUID NOT NULL REFERENCES people_account (id),
    member UUID REFERENCES people_member (id),
    token_hash BYTEA NOT NULL,
    browser TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX people_session_token ON people_session (token_hash);
CREATE INDEX people_session_account ON people_session (account);

-- Bearer tokens for scripts.
CREATE TABLE people_token (
    id UUID PRIMARY KEY,
    account UUID NOT NULL REFERENCES people_account (id),
    member UUID REFERENCES people_member (id),
    token_hash BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT
);
CREATE UNIQUE INDEX people_token_hash ON people_token (token_hash);

-- Links sent by e-mail or handed over: purpose is sign-in, begin, invitation or demo.
-- What a link carries is sealed with a key made from the link itself.
CREATE TABLE people_link (
    id UUID PRIMARY KEY,
    token_hash BYTEA NOT NULL,
    purpose TEXT NOT NULL,
    account UUID REFERENCES people_account (id),
    programme UUID REFERENCES people_programme (id),
    sealed_content BYTEA,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE UNIQUE INDEX people_link_token ON people_link (token_hash);
CREATE INDEX people_link_account ON people_link (account, purpose, created_at);

CREATE TABLE people_invitation (
    id UUID PRIMARY KEY,
    programme UUID NOT NULL REFERENCES people_programme (id),
    link UUID NOT NULL REFERENCES people_link (id),
    -- Empty when it was made on the command line, with the programme.
    invited_by UUID REFERENCES people_member (id),
    roles TEXT NOT NULL,
    sealed_name BYTEA,
    created_at BIGINT NOT NULL,
    accepted_at BIGINT,
    withdrawn_at BIGINT
);
CREATE INDEX people_invitation_programme ON people_invitation (programme);
CREATE UNIQUE INDEX people_invitation_link ON people_invitation (link);

-- Failed sign-ins, by a keyed hash of what they are counted for.
CREATE TABLE people_attempt (
    bucket BYTEA PRIMARY KEY,
    failed BIGINT NOT NULL,
    last_at BIGINT NOT NULL
);

-- Browsers that have signed in to an account before.
CREATE TABLE people_browser (
    account UUID NOT NULL REFERENCES people_account (id),
    token_hash BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account, token_hash)
);

-- What somebody has typed and not sent yet.
CREATE TABLE people_draft (
    account UUID NOT NULL REFERENCES people_account (id),
    place TEXT NOT NULL,
    sealed_fields BYTEA NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (account, place)
);

-- A form sent after the session had ended, kept until its writer signs in again. Sealed with a
-- key that only the writer's browser holds.
CREATE TABLE people_parked (
    token_hash BYTEA PRIMARY KEY,
    sealed_form BYTEA NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE TABLE people_request (
    id UUID PRIMARY KEY,
    programme UUID NOT NULL REFERENCES people_programme (id),
    participant UUID NOT NULL REFERENCES people_member (id),
    state TEXT NOT NULL,
    priority BIGINT NOT NULL,
    sealed_answers BYTEA NOT NULL,
    version BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    sent_at BIGINT,
    updated_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX people_request_open ON people_request (participant)
    WHERE state NOT IN ('matched', 'withdrawn');
CREATE INDEX people_request_board ON people_request (programme, state, sent_at);

CREATE TABLE people_relationship (
    id UUID PRIMARY KEY,
    programme UUID NOT NULL REFERENCES people_programme (id),
    participant UUID NOT NULL REFERENCES people_member (id),
    worker UUID NOT NULL REFERENCES people_member (id),
    started_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE UNIQUE INDEX people_relationship_running ON people_relationship (participant, worker)
    WHERE ended_at IS NULL;
CREATE INDEX people_relationship_worker ON people_relationship (worker, ended_at);

-- Letters waiting to be sent by e-mail.
CREATE TABLE people_letter (
    id UUID PRIMARY KEY,
    programme UUID NOT NULL REFERENCES people_programme (id),
    sealed_letter BYTEA NOT NULL,
    tries BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX people_letter_next ON people_letter (next_at);
