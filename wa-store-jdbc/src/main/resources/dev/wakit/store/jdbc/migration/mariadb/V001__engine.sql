-- The engine's tables. Times are epoch milliseconds in UTC, ids are 64-bit numbers, enums are names, absent is NULL.
-- There are no foreign keys: rows are removed by the transaction that removes their campaign, and a check on each of a million
-- deliveries would cost more than it finds.
-- Texts are compared character by character, with trailing blanks (utf8mb4_nopad_bin): with another collation 'STOP' and 'stop ' would
-- be one key, and keyset pages would shift with the language of the server.
-- Texts that are part of a key have a limit, because a key may have 3,072 bytes, of which a character takes up to 4.
-- MariaDB has no transactions around DDL, so each table comes with its indexes and only if it is missing: after a crash in the middle
-- the file runs again.

CREATE TABLE IF NOT EXISTS wa_campaign (
    tenant_id        VARCHAR(40)  NOT NULL,
    id               BIGINT       NOT NULL,
    name             LONGTEXT     NOT NULL,
    status           VARCHAR(20)  NOT NULL,
    reason           LONGTEXT     NOT NULL,
    lane             VARCHAR(300) NOT NULL,
    content          LONGTEXT     NOT NULL,
    settings         LONGTEXT     NOT NULL,
    created_at       BIGINT       NOT NULL,
    start_at         BIGINT,
    started_at       BIGINT,
    finished_at      BIGINT,
    plan_owner       TEXT,
    plan_epoch       BIGINT       NOT NULL DEFAULT 0,
    plan_lease_until BIGINT,
    planned_line     BIGINT       NOT NULL DEFAULT 0,
    mailbox          VARCHAR(100),
    not_empty        SMALLINT,
    pooled           SMALLINT,
    PRIMARY KEY (tenant_id, id),
    INDEX wa_campaign_status_idx (tenant_id, status, id),
    INDEX wa_campaign_running_idx (tenant_id, lane, status, id),
    -- 1 in a campaign that has rows in wa_campaign_lane: those that run are few, and each is looked at for the lanes of its pool.
    INDEX wa_campaign_pooled_idx (tenant_id, pooled, status, id),
    -- An ordinary campaign has no mailbox name, and any number of them may share a lane.
    UNIQUE INDEX wa_campaign_mailbox_idx (tenant_id, lane, mailbox),
    -- The next three are read across tenants, by workers.
    INDEX wa_campaign_scheduled_idx (status, start_at, id),
    INDEX wa_campaign_preparing_idx (status, id),
    -- 1 in a CANCELLED campaign until none of its deliveries can be PENDING any more, NULL in all others.
    INDEX wa_campaign_not_empty_idx (not_empty, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS wa_campaign_counter (
    tenant_id   VARCHAR(40)  NOT NULL,
    campaign_id BIGINT       NOT NULL,
    name        VARCHAR(640) NOT NULL,
    value       BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, campaign_id, name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS wa_audience_row (
    tenant_id   VARCHAR(40) NOT NULL,
    campaign_id BIGINT      NOT NULL,
    line        BIGINT      NOT NULL,
    phone       LONGTEXT,
    bsuid       LONGTEXT,
    name        LONGTEXT,
    variables   LONGTEXT,
    error       LONGTEXT,
    PRIMARY KEY (tenant_id, campaign_id, line)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- MariaDB has no partial indexes. The rows of one state lie together instead: an index names the state before what the query walks
-- along, so that PENDING rows are read in order from the cursor, and SENDING rows without a look at the others. Indexed generated
-- columns, NULL for all other states, would be changed less often, but a query would have to name them, and they need the same
-- entry for every row.
CREATE TABLE IF NOT EXISTS wa_delivery (
    tenant_id     VARCHAR(40)  NOT NULL,
    id            BIGINT       NOT NULL,
    campaign_id   BIGINT       NOT NULL,
    lane          VARCHAR(300) NOT NULL,
    line          BIGINT       NOT NULL,
    state         VARCHAR(20)  NOT NULL,
    phone         VARCHAR(40),
    bsuid         VARCHAR(160),
    recipient_key VARCHAR(640),
    dedupe        BIGINT       NOT NULL,
    raw_address   LONGTEXT,
    name          LONGTEXT,
    variables     LONGTEXT,
    content       LONGTEXT,
    send_by       BIGINT,
    zone          VARCHAR(400) NOT NULL DEFAULT '',
    category      VARCHAR(20),
    not_before    BIGINT       NOT NULL,
    attempt_no    BIGINT       NOT NULL,
    tries         BIGINT       NOT NULL,
    resent_attempt BIGINT      NOT NULL DEFAULT 0,
    lane_epoch    BIGINT       NOT NULL,
    intent_at     BIGINT,
    message_id    VARCHAR(640),
    accepted_at   BIGINT,
    sent_at       BIGINT,
    delivered_at  BIGINT,
    read_at       BIGINT,
    played_at     BIGINT,
    failed_at     BIGINT,
    replied_at    BIGINT,
    uncertain_at  BIGINT,
    error_code    TEXT,
    error_text    LONGTEXT,
    skip_reason   TEXT,
    skip_detail   LONGTEXT,
    PRIMARY KEY (tenant_id, id),
    -- A person is planned once in a campaign: with 0 in dedupe. Single sends and SKIPPED rows have their own id there, so that any
    -- number of them may name the same person.
    UNIQUE INDEX wa_delivery_person_idx (tenant_id, recipient_key, campaign_id, dedupe),
    INDEX wa_delivery_pending_idx (tenant_id, campaign_id, state, lane, zone, not_before, id),
    INDEX wa_delivery_sending_idx (state, tenant_id, lane, campaign_id, uncertain_at, id),
    INDEX wa_delivery_message_idx (tenant_id, message_id),
    -- A person with a phone number is found by the user id as well, when they are erased.
    INDEX wa_delivery_bsuid_idx (tenant_id, bsuid),
    INDEX wa_delivery_list_idx (tenant_id, campaign_id, id),
    INDEX wa_delivery_ended_idx (tenant_id, campaign_id, state, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The message id is part of the key, because a duplicate send is a second message of the same attempt; '' stands for none.
CREATE TABLE IF NOT EXISTS wa_past_attempt (
    tenant_id   VARCHAR(40)  NOT NULL,
    delivery_id BIGINT       NOT NULL,
    attempt_no  BIGINT       NOT NULL,
    message_id  VARCHAR(640) NOT NULL,
    error_code  TEXT,
    error_text  LONGTEXT,
    ended_at    BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, delivery_id, attempt_no, message_id),
    INDEX wa_past_attempt_message_idx (tenant_id, message_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Who asked for a single send under which key. Rows live for a week; the delivery that they name lives on.
CREATE TABLE IF NOT EXISTS wa_idempotency (
    tenant_id    VARCHAR(40)  NOT NULL,
    request_key  VARCHAR(200) NOT NULL,
    request_hash VARCHAR(64)  NOT NULL,
    delivery_id  BIGINT       NOT NULL,
    created_at   BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, request_key),
    INDEX wa_idempotency_age_idx (created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS wa_lane (
    tenant_id   VARCHAR(40)  NOT NULL,
    lane        VARCHAR(300) NOT NULL,
    owner       TEXT,
    epoch       BIGINT       NOT NULL,
    lease_until BIGINT,
    PRIMARY KEY (tenant_id, lane)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The latest status webhook of a lane's sender that was processed. Not a column of wa_lane, whose row every sending transaction
-- holds.
CREATE TABLE IF NOT EXISTS wa_channel (
    tenant_id VARCHAR(40)  NOT NULL,
    lane      VARCHAR(300) NOT NULL,
    status_at BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, lane)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The senders of a campaign with a pool of them; a campaign with one sender has none here. HELD: the lane cannot send, which ends by
-- itself; STOPPED: until news or an operator brings it back.
CREATE TABLE IF NOT EXISTS wa_campaign_lane (
    tenant_id   VARCHAR(40)  NOT NULL,
    campaign_id BIGINT       NOT NULL,
    lane        VARCHAR(300) NOT NULL,
    weight      BIGINT       NOT NULL,
    state       VARCHAR(20)  NOT NULL,
    reason      LONGTEXT     NOT NULL,
    since       BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, campaign_id, lane)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The zones of a campaign's deliveries: a lane reads ahead only where the sending window is open.
CREATE TABLE IF NOT EXISTS wa_campaign_zone (
    tenant_id   VARCHAR(40)  NOT NULL,
    campaign_id BIGINT       NOT NULL,
    zone        VARCHAR(400) NOT NULL,
    PRIMARY KEY (tenant_id, campaign_id, zone)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- How many people of wa_budget_use count in a portfolio's moving 24 hours; its row is the lock of them all.
CREATE TABLE IF NOT EXISTS wa_budget (
    tenant_id VARCHAR(40)  NOT NULL,
    portfolio VARCHAR(100) NOT NULL,
    used      BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, portfolio)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The person is a hash: the row only has to tell whether somebody was counted.
CREATE TABLE IF NOT EXISTS wa_budget_use (
    tenant_id VARCHAR(40)  NOT NULL,
    portfolio VARCHAR(100) NOT NULL,
    person    VARCHAR(30)  NOT NULL,
    last_at   BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, portfolio, person),
    INDEX wa_budget_use_age_idx (tenant_id, portfolio, last_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What a sender in its ramp-up sent on a day, which is counted from 1970-01-01.
CREATE TABLE IF NOT EXISTS wa_lane_day (
    tenant_id VARCHAR(40)  NOT NULL,
    lane      VARCHAR(300) NOT NULL,
    day       BIGINT       NOT NULL,
    sent      BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, lane, day)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS wa_suppression (
    tenant_id     VARCHAR(40)  NOT NULL,
    recipient_key VARCHAR(640) NOT NULL,
    scope         VARCHAR(20)  NOT NULL,
    source        TEXT         NOT NULL,
    reason        LONGTEXT     NOT NULL,
    since         BIGINT       NOT NULL,
    until_at      BIGINT,
    PRIMARY KEY (tenant_id, recipient_key, scope),
    INDEX wa_suppression_quiet_idx (tenant_id, until_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS wa_inbox (
    tenant_id   VARCHAR(40) NOT NULL,
    id          BIGINT      NOT NULL,
    provider    VARCHAR(40) NOT NULL,
    method      TEXT        NOT NULL,
    target      LONGTEXT    NOT NULL,
    headers     LONGTEXT    NOT NULL,
    body        LONGBLOB    NOT NULL,
    received_at BIGINT      NOT NULL,
    state       VARCHAR(20) NOT NULL,
    due_at      BIGINT      NOT NULL,
    owner       TEXT,
    tries       BIGINT      NOT NULL,
    error       LONGTEXT,
    settled_at  BIGINT,
    PRIMARY KEY (tenant_id, id),
    -- Entries are claimed and settled across tenants, by id.
    UNIQUE INDEX wa_inbox_id_idx (id),
    INDEX wa_inbox_waiting_idx (state, due_at, id),
    INDEX wa_inbox_age_idx (tenant_id, state, received_at),
    INDEX wa_inbox_parked_idx (tenant_id, state, id),
    INDEX wa_inbox_done_idx (state, settled_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Statuses of messages that no delivery has. Most are of messages that other software sent. State NEW is looked at once more, MATCHED
-- waits to be merged, FOREIGN waits for nothing.
CREATE TABLE IF NOT EXISTS wa_orphan_status (
    tenant_id    VARCHAR(40)  NOT NULL,
    message_id   VARCHAR(640) NOT NULL,
    provider     VARCHAR(40)  NOT NULL,
    status       VARCHAR(20)  NOT NULL,
    status_at    BIGINT       NOT NULL,
    error_code   TEXT,
    error_title  LONGTEXT,
    error_detail LONGTEXT,
    received_at  BIGINT       NOT NULL,
    state        VARCHAR(20)  NOT NULL DEFAULT 'NEW',
    PRIMARY KEY (tenant_id, message_id, provider, status),
    INDEX wa_orphan_status_matched_idx (state, tenant_id, message_id),
    INDEX wa_orphan_status_new_idx (state, received_at),
    INDEX wa_orphan_status_age_idx (received_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS wa_seen_event (
    tenant_id VARCHAR(40)  NOT NULL,
    event_key VARCHAR(640) NOT NULL,
    seen_at   BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, event_key),
    INDEX wa_seen_event_age_idx (seen_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- When the latest news about a template, number or account was said, by the clock of who said it: what is older and comes late does
-- not undo it.
CREATE TABLE IF NOT EXISTS wa_news (
    tenant_id VARCHAR(40)  NOT NULL,
    subject   VARCHAR(640) NOT NULL,
    said_at   BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, subject),
    INDEX wa_news_age_idx (said_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Secrets of the installation have the tenant ''.
CREATE TABLE IF NOT EXISTS wa_setting (
    tenant_id VARCHAR(40)  NOT NULL,
    name      VARCHAR(200) NOT NULL,
    value     LONGBLOB     NOT NULL,
    PRIMARY KEY (tenant_id, name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Workers, quarantines and the history's beat belong to the installation and have the tenant ''.
CREATE TABLE IF NOT EXISTS wa_worker (
    tenant_id    VARCHAR(40)  NOT NULL,
    worker       VARCHAR(200) NOT NULL,
    host         TEXT         NOT NULL,
    pid          BIGINT       NOT NULL,
    version      TEXT         NOT NULL,
    providers    LONGTEXT     NOT NULL,
    lanes        BIGINT       NOT NULL,
    state        VARCHAR(20)  NOT NULL,
    beats        BIGINT       NOT NULL,
    started_at   BIGINT       NOT NULL,
    heartbeat_at BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, worker)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- One row. The beat grows with every sign of life; the identity says which database and which line of its history this is.
CREATE TABLE IF NOT EXISTS wa_history (
    tenant_id VARCHAR(40) NOT NULL,
    beat      BIGINT      NOT NULL,
    identity  TEXT        NOT NULL,
    PRIMARY KEY (tenant_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS wa_quarantine (
    tenant_id VARCHAR(40) NOT NULL,
    id        BIGINT      NOT NULL,
    reason    LONGTEXT    NOT NULL,
    began_by  TEXT        NOT NULL,
    began_at  BIGINT      NOT NULL,
    until_at  BIGINT      NOT NULL,
    ended_by  TEXT,
    ended_at  BIGINT,
    PRIMARY KEY (tenant_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS wa_schedule (
    tenant_id      VARCHAR(40) NOT NULL,
    id             BIGINT      NOT NULL,
    name           TEXT        NOT NULL,
    lane           TEXT        NOT NULL,
    content        LONGTEXT    NOT NULL,
    settings       LONGTEXT    NOT NULL,
    cron           TEXT        NOT NULL,
    zone           TEXT        NOT NULL,
    audience       TEXT        NOT NULL,
    overlap        VARCHAR(20) NOT NULL,
    misfire_millis BIGINT      NOT NULL,
    status         VARCHAR(20) NOT NULL,
    next_at        BIGINT      NOT NULL,
    last_at        BIGINT,
    last_campaign  BIGINT      NOT NULL,
    last_note      LONGTEXT    NOT NULL,
    created_at     BIGINT      NOT NULL,
    PRIMARY KEY (tenant_id, id),
    INDEX wa_schedule_due_idx (status, next_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The table of the scheduler library db-scheduler, in the shape that it asks for; its times are in UTC.
CREATE TABLE IF NOT EXISTS wa_job (
    task_name            VARCHAR(100) NOT NULL,
    task_instance        VARCHAR(100) NOT NULL,
    task_data            LONGBLOB,
    execution_time       DATETIME(6)  NOT NULL,
    picked               BOOLEAN      NOT NULL,
    picked_by            VARCHAR(200),
    last_success         DATETIME(6),
    last_failure         DATETIME(6),
    consecutive_failures INT,
    last_heartbeat       DATETIME(6),
    version              BIGINT       NOT NULL,
    priority             INT,
    PRIMARY KEY (task_name, task_instance)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Every migration adds its number as its last statement: a library that knows less or more refuses to open the database.
CREATE TABLE IF NOT EXISTS wa_schema (
    version INT NOT NULL,
    PRIMARY KEY (version)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

INSERT IGNORE INTO wa_schema (version) VALUES (1);
