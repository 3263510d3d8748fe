-- The engine's tables. Times are epoch milliseconds in UTC, ids are 64-bit numbers, enums are names, absent is NULL.
-- There are no foreign keys: rows are removed by the transaction that removes their campaign, and a check on each of a million
-- deliveries would cost more than it finds.

CREATE TABLE wa_campaign (
    tenant_id        TEXT    NOT NULL,
    id               INTEGER NOT NULL,
    name             TEXT    NOT NULL,
    status           TEXT    NOT NULL,
    reason           TEXT    NOT NULL,
    lane             TEXT    NOT NULL,
    content          TEXT    NOT NULL,
    settings         TEXT    NOT NULL,
    created_at       INTEGER NOT NULL,
    start_at         INTEGER,
    started_at       INTEGER,
    finished_at      INTEGER,
    plan_owner       TEXT,
    plan_epoch       INTEGER NOT NULL DEFAULT 0,
    plan_lease_until INTEGER,
    planned_line     INTEGER NOT NULL DEFAULT 0,
    mailbox          TEXT,
    not_empty        INTEGER,
    pooled           INTEGER,
    CONSTRAINT wa_campaign_pk PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE INDEX wa_campaign_status_idx ON wa_campaign (tenant_id, status, id);
CREATE INDEX wa_campaign_running_idx ON wa_campaign (tenant_id, lane, id) WHERE status = 'RUNNING';
-- 1 in a campaign that has rows in wa_campaign_lane: those that run are few, and each is looked at for the lanes of its pool.
CREATE INDEX wa_campaign_pooled_idx ON wa_campaign (tenant_id, pooled, status, id) WHERE pooled = 1;
-- An ordinary campaign has no mailbox name, and any number of them may share a lane.
CREATE UNIQUE INDEX wa_campaign_mailbox_idx ON wa_campaign (tenant_id, lane, mailbox);
-- The next three are read across tenants, by workers; they hold a handful of rows.
CREATE INDEX wa_campaign_scheduled_idx ON wa_campaign (start_at) WHERE status = 'SCHEDULED';
CREATE INDEX wa_campaign_preparing_idx ON wa_campaign (id) WHERE status = 'PREPARING';
-- 1 in a CANCELLED campaign until none of its deliveries can be PENDING any more; of thousands of finished campaigns hardly any.
CREATE INDEX wa_campaign_not_empty_idx ON wa_campaign (id) WHERE not_empty = 1;

CREATE TABLE wa_campaign_counter (
    tenant_id   TEXT    NOT NULL,
    campaign_id INTEGER NOT NULL,
    name        TEXT    NOT NULL,
    value       INTEGER NOT NULL,
    CONSTRAINT wa_campaign_counter_pk PRIMARY KEY (tenant_id, campaign_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE wa_audience_row (
    tenant_id   TEXT    NOT NULL,
    campaign_id INTEGER NOT NULL,
    line        INTEGER NOT NULL,
    phone       TEXT,
    bsuid       TEXT,
    name        TEXT,
    variables   TEXT,
    error       TEXT,
    CONSTRAINT wa_audience_row_pk PRIMARY KEY (tenant_id, campaign_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE wa_delivery (
    tenant_id     TEXT    NOT NULL,
    id            INTEGER NOT NULL,
    campaign_id   INTEGER NOT NULL,
    lane          TEXT    NOT NULL,
    line          INTEGER NOT NULL,
    state         TEXT    NOT NULL,
    phone         TEXT,
    bsuid         TEXT,
    recipient_key TEXT,
    dedupe        INTEGER NOT NULL,
    raw_address   TEXT,
    name          TEXT,
    variables     TEXT,
    content       TEXT,
    send_by       INTEGER,
    zone          TEXT NOT NULL DEFAULT '',
    category      TEXT,
    not_before    INTEGER NOT NULL,
    attempt_no    INTEGER NOT NULL,
    tries         INTEGER NOT NULL,
    resent_attempt INTEGER NOT NULL DEFAULT 0,
    lane_epoch    INTEGER NOT NULL,
    intent_at     INTEGER,
    message_id    TEXT,
    accepted_at   INTEGER,
    sent_at       INTEGER,
    delivered_at  INTEGER,
    read_at       INTEGER,
    played_at     INTEGER,
    failed_at     INTEGER,
    replied_at    INTEGER,
    uncertain_at  INTEGER,
    error_code    TEXT,
    error_text    TEXT,
    skip_reason   TEXT,
    skip_detail   TEXT,
    CONSTRAINT wa_delivery_pk PRIMARY KEY (tenant_id, id)
) STRICT;
-- A person is planned once in a campaign: with 0 in dedupe. Single sends and SKIPPED rows have their own id there, so that any number
-- of them may name the same person.
CREATE UNIQUE INDEX wa_delivery_person_idx ON wa_delivery (tenant_id, recipient_key, campaign_id, dedupe)
    WHERE recipient_key IS NOT NULL;
CREATE INDEX wa_delivery_pending_idx ON wa_delivery (tenant_id, campaign_id, lane, zone, not_before, id)
    WHERE state = 'PENDING';
CREATE INDEX wa_delivery_sending_idx ON wa_delivery (tenant_id, lane, id) WHERE state = 'SENDING';
CREATE INDEX wa_delivery_uncertain_idx ON wa_delivery (tenant_id, lane, campaign_id, uncertain_at, id)
    WHERE state = 'UNCERTAIN';
CREATE INDEX wa_delivery_message_idx ON wa_delivery (tenant_id, message_id) WHERE message_id IS NOT NULL;
-- A person with a phone number is found by the user id as well, when they are erased.
CREATE INDEX wa_delivery_bsuid_idx ON wa_delivery (tenant_id, bsuid) WHERE bsuid IS NOT NULL;
CREATE INDEX wa_delivery_list_idx ON wa_delivery (tenant_id, campaign_id, id);
-- Only of states that few rows are in, since every change of a row costs an entry in each of its indexes.
CREATE INDEX wa_delivery_ended_idx ON wa_delivery (tenant_id, campaign_id, state, id)
    WHERE state = 'HELD' OR state = 'FAILED' OR state = 'SKIPPED' OR state = 'CANCELLED' OR state = 'UNCERTAIN' OR state = 'UNKNOWN';

-- The message id is part of the key, because a duplicate send is a second message of the same attempt; '' stands for none.
CREATE TABLE wa_past_attempt (
    tenant_id   TEXT    NOT NULL,
    delivery_id INTEGER NOT NULL,
    attempt_no  INTEGER NOT NULL,
    message_id  TEXT    NOT NULL,
    error_code  TEXT,
    error_text  TEXT,
    ended_at    INTEGER NOT NULL,
    CONSTRAINT wa_past_attempt_pk PRIMARY KEY (tenant_id, delivery_id, attempt_no, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX wa_past_attempt_message_idx ON wa_past_attempt (tenant_id, message_id) WHERE message_id <> '';

-- Who asked for a single send under which key. Rows live for a week; the delivery that they name lives on.
CREATE TABLE wa_idempotency (
    tenant_id    TEXT    NOT NULL,
    request_key  TEXT    NOT NULL,
    request_hash TEXT    NOT NULL,
    delivery_id  INTEGER NOT NULL,
    created_at   INTEGER NOT NULL,
    CONSTRAINT wa_idempotency_pk PRIMARY KEY (tenant_id, request_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX wa_idempotency_age_idx ON wa_idempotency (created_at);

CREATE TABLE wa_lane (
    tenant_id   TEXT    NOT NULL,
    lane        TEXT    NOT NULL,
    owner       TEXT,
    epoch       INTEGER NOT NULL,
    lease_until INTEGER,
    CONSTRAINT wa_lane_pk PRIMARY KEY (tenant_id, lane)
) STRICT, WITHOUT ROWID;

-- The latest status webhook of a lane's sender that was processed. Not a column of wa_lane, whose row every sending transaction
-- holds.
CREATE TABLE wa_channel (
    tenant_id TEXT NOT NULL,
    lane      TEXT NOT NULL,
    status_at INTEGER NOT NULL,
    CONSTRAINT wa_channel_pk PRIMARY KEY (tenant_id, lane)
) STRICT, WITHOUT ROWID;

-- The senders of a campaign with a pool of them; a campaign with one sender has none here. HELD: the lane cannot send, which ends by
-- itself; STOPPED: until news or an operator brings it back.
CREATE TABLE wa_campaign_lane (
    tenant_id   TEXT NOT NULL,
    campaign_id INTEGER NOT NULL,
    lane        TEXT NOT NULL,
    weight      INTEGER NOT NULL,
    state       TEXT NOT NULL,
    reason      TEXT NOT NULL,
    since       INTEGER NOT NULL,
    CONSTRAINT wa_campaign_lane_pk PRIMARY KEY (tenant_id, campaign_id, lane)
) STRICT, WITHOUT ROWID;

-- The zones of a campaign's deliveries: a lane reads ahead only where the sending window is open.
CREATE TABLE wa_campaign_zone (
    tenant_id   TEXT NOT NULL,
    campaign_id INTEGER NOT NULL,
    zone        TEXT NOT NULL,
    CONSTRAINT wa_campaign_zone_pk PRIMARY KEY (tenant_id, campaign_id, zone)
) STRICT;

-- How many people of wa_budget_use count in a portfolio's moving 24 hours; its row is the lock of them all.
CREATE TABLE wa_budget (
    tenant_id TEXT NOT NULL,
    portfolio TEXT NOT NULL,
    used      INTEGER NOT NULL,
    CONSTRAINT wa_budget_pk PRIMARY KEY (tenant_id, portfolio)
) STRICT;

-- The person is a hash: the row only has to tell whether somebody was counted.
CREATE TABLE wa_budget_use (
    tenant_id TEXT NOT NULL,
    portfolio TEXT NOT NULL,
    person    TEXT NOT NULL,
    last_at   INTEGER NOT NULL,
    CONSTRAINT wa_budget_use_pk PRIMARY KEY (tenant_id, portfolio, person)
) STRICT;
CREATE INDEX wa_budget_use_age_idx ON wa_budget_use (tenant_id, portfolio, last_at);

-- What a sender in its ramp-up sent on a day, which is counted from 1970-01-01.
CREATE TABLE wa_lane_day (
    tenant_id TEXT NOT NULL,
    lane      TEXT NOT NULL,
    day       INTEGER NOT NULL,
    sent      INTEGER NOT NULL,
    CONSTRAINT wa_lane_day_pk PRIMARY KEY (tenant_id, lane, day)
) STRICT;

CREATE TABLE wa_suppression (
    tenant_id     TEXT    NOT NULL,
    recipient_key TEXT    NOT NULL,
    scope         TEXT    NOT NULL,
    source        TEXT    NOT NULL,
    reason        TEXT    NOT NULL,
    since         INTEGER NOT NULL,
    until_at      INTEGER,
    CONSTRAINT wa_suppression_pk PRIMARY KEY (tenant_id, recipient_key, scope)
) STRICT, WITHOUT ROWID;
CREATE INDEX wa_suppression_quiet_idx ON wa_suppression (tenant_id, until_at) WHERE until_at IS NOT NULL;

CREATE TABLE wa_inbox (
    tenant_id   TEXT    NOT NULL,
    id          INTEGER NOT NULL,
    provider    TEXT    NOT NULL,
    method      TEXT    NOT NULL,
    target      TEXT    NOT NULL,
    headers     TEXT    NOT NULL,
    body        BLOB    NOT NULL,
    received_at INTEGER NOT NULL,
    state       TEXT    NOT NULL,
    due_at      INTEGER NOT NULL,
    owner       TEXT,
    tries       INTEGER NOT NULL,
    error       TEXT,
    settled_at  INTEGER,
    CONSTRAINT wa_inbox_pk PRIMARY KEY (tenant_id, id)
) STRICT;
-- Entries are claimed and settled across tenants, by id.
CREATE UNIQUE INDEX wa_inbox_id_idx ON wa_inbox (id);
CREATE INDEX wa_inbox_waiting_idx ON wa_inbox (due_at, id) WHERE state = 'WAITING';
CREATE INDEX wa_inbox_waiting_age_idx ON wa_inbox (tenant_id, received_at) WHERE state = 'WAITING';
CREATE INDEX wa_inbox_parked_idx ON wa_inbox (tenant_id, received_at) WHERE state = 'PARKED';
CREATE INDEX wa_inbox_done_idx ON wa_inbox (settled_at) WHERE state = 'DONE';

-- Statuses of messages that no delivery has. Most are of messages that other software sent. State NEW is looked at once more, MATCHED
-- waits to be merged, FOREIGN waits for nothing.
CREATE TABLE wa_orphan_status (
    tenant_id    TEXT NOT NULL,
    message_id   TEXT NOT NULL,
    provider     TEXT NOT NULL,
    status       TEXT NOT NULL,
    status_at    INTEGER NOT NULL,
    error_code   TEXT,
    error_title  TEXT,
    error_detail TEXT,
    received_at  INTEGER NOT NULL,
    state        TEXT NOT NULL DEFAULT 'NEW',
    CONSTRAINT wa_orphan_status_pk PRIMARY KEY (tenant_id, message_id, provider, status)
) STRICT, WITHOUT ROWID;
CREATE INDEX wa_orphan_status_matched_idx ON wa_orphan_status (tenant_id, message_id) WHERE state = 'MATCHED';
CREATE INDEX wa_orphan_status_new_idx ON wa_orphan_status (received_at) WHERE state = 'NEW';
CREATE INDEX wa_orphan_status_age_idx ON wa_orphan_status (received_at);

CREATE TABLE wa_seen_event (
    tenant_id TEXT    NOT NULL,
    event_key TEXT    NOT NULL,
    seen_at   INTEGER NOT NULL,
    CONSTRAINT wa_seen_event_pk PRIMARY KEY (tenant_id, event_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX wa_seen_event_age_idx ON wa_seen_event (seen_at);

-- When the latest news about a template, number or account was said, by the clock of who said it: what is older and comes late does
-- not undo it.
CREATE TABLE wa_news (
    tenant_id TEXT    NOT NULL,
    subject   TEXT    NOT NULL,
    said_at   INTEGER NOT NULL,
    CONSTRAINT wa_news_pk PRIMARY KEY (tenant_id, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX wa_news_age_idx ON wa_news (said_at);

-- Secrets of the installation have the tenant ''.
CREATE TABLE wa_setting (
    tenant_id TEXT NOT NULL,
    name      TEXT NOT NULL,
    value     BLOB NOT NULL,
    CONSTRAINT wa_setting_pk PRIMARY KEY (tenant_id, name)
) STRICT, WITHOUT ROWID;

-- Workers, quarantines and the history's beat belong to the installation and have the tenant ''.
CREATE TABLE wa_worker (
    tenant_id    TEXT    NOT NULL,
    worker       TEXT    NOT NULL,
    host         TEXT NOT NULL,
    pid          INTEGER NOT NULL,
    version      TEXT NOT NULL,
    providers    TEXT NOT NULL,
    lanes        INTEGER NOT NULL,
    state        TEXT NOT NULL,
    beats        INTEGER NOT NULL,
    started_at   INTEGER NOT NULL,
    heartbeat_at INTEGER NOT NULL,
    CONSTRAINT wa_worker_pk PRIMARY KEY (tenant_id, worker)
) STRICT, WITHOUT ROWID;

-- One row. The beat grows with every sign of life; the identity says which database and which line of its history this is.
CREATE TABLE wa_history (
    tenant_id TEXT    NOT NULL,
    beat      INTEGER NOT NULL,
    identity  TEXT NOT NULL,
    CONSTRAINT wa_history_pk PRIMARY KEY (tenant_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE wa_quarantine (
    tenant_id TEXT    NOT NULL,
    id        INTEGER NOT NULL,
    reason    TEXT NOT NULL,
    began_by  TEXT NOT NULL,
    began_at  INTEGER NOT NULL,
    until_at  INTEGER NOT NULL,
    ended_by  TEXT,
    ended_at  INTEGER,
    CONSTRAINT wa_quarantine_pk PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE wa_schedule (
    tenant_id      TEXT NOT NULL,
    id             INTEGER NOT NULL,
    name           TEXT NOT NULL,
    lane           TEXT NOT NULL,
    content        TEXT NOT NULL,
    settings       TEXT NOT NULL,
    cron           TEXT NOT NULL,
    zone           TEXT NOT NULL,
    audience       TEXT NOT NULL,
    overlap        TEXT NOT NULL,
    misfire_millis INTEGER NOT NULL,
    status         TEXT NOT NULL,
    next_at        INTEGER NOT NULL,
    last_at        INTEGER,
    last_campaign  INTEGER NOT NULL,
    last_note      TEXT NOT NULL,
    created_at     INTEGER NOT NULL,
    CONSTRAINT wa_schedule_pk PRIMARY KEY (tenant_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX wa_schedule_due_idx ON wa_schedule (next_at) WHERE status = 'ACTIVE';

-- The table of the scheduler library db-scheduler, in the shape that it asks for.
CREATE TABLE wa_job (
    task_name            TEXT NOT NULL,
    task_instance        TEXT NOT NULL,
    task_data            BLOB,
    execution_time       INTEGER NOT NULL,
    picked               INTEGER NOT NULL,
    picked_by            TEXT,
    last_success         INTEGER,
    last_failure         INTEGER,
    consecutive_failures INTEGER,
    last_heartbeat       INTEGER,
    version              INTEGER NOT NULL,
    priority             INTEGER,
    CONSTRAINT wa_job_pk PRIMARY KEY (task_name, task_instance)
) STRICT;

-- Every migration adds its number as its last statement: a library that knows less or more refuses to open the database.
CREATE TABLE wa_schema (
    version INTEGER NOT NULL,
    CONSTRAINT wa_schema_pk PRIMARY KEY (version)
) STRICT;

INSERT INTO wa_schema (version) VALUES (1);
