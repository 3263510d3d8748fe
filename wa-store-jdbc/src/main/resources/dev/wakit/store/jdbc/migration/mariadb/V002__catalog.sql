-- Products, stock and orders. Times are epoch milliseconds in UTC, ids are 64-bit numbers, amounts are whole numbers of the smallest
-- unit of their currency, enums are names, lists and maps are JSON, absent is NULL. Each table comes with its indexes and only if it is
-- missing: after a crash in the middle the file runs again.

CREATE TABLE IF NOT EXISTS wa_catalog (
    tenant_id     VARCHAR(40) NOT NULL,
    id            BIGINT      NOT NULL,
    name          LONGTEXT    NOT NULL,
    currency      VARCHAR(3)  NOT NULL,
    status        VARCHAR(20) NOT NULL,
    meta_catalog  LONGTEXT,
    meta_business LONGTEXT,
    meta_waba     LONGTEXT,
    created_at    BIGINT      NOT NULL,
    updated_at    BIGINT      NOT NULL,
    version       BIGINT      NOT NULL,
    PRIMARY KEY (tenant_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The search text holds title, brand, group and retailer ids in lower case.
CREATE TABLE IF NOT EXISTS wa_product (
    tenant_id       VARCHAR(40)  NOT NULL,
    id              BIGINT       NOT NULL,
    catalog_id      BIGINT       NOT NULL,
    status          VARCHAR(20)  NOT NULL,
    title           LONGTEXT     NOT NULL,
    description     LONGTEXT     NOT NULL,
    link            LONGTEXT     NOT NULL,
    brand           LONGTEXT     NOT NULL,
    group_id        VARCHAR(100) NOT NULL,
    google_category LONGTEXT     NOT NULL,
    fb_category     LONGTEXT     NOT NULL,
    search_text     LONGTEXT     NOT NULL,
    created_at      BIGINT       NOT NULL,
    updated_at      BIGINT       NOT NULL,
    version         BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, id),
    INDEX wa_product_catalog_idx (tenant_id, catalog_id, id),
    INDEX wa_product_group_idx (tenant_id, catalog_id, group_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS wa_variant (
    tenant_id      VARCHAR(40)  NOT NULL,
    id             BIGINT       NOT NULL,
    catalog_id     BIGINT       NOT NULL,
    product_id     BIGINT       NOT NULL,
    retailer_id    VARCHAR(100) NOT NULL,
    for_sale       INT          NOT NULL,
    price_minor    BIGINT       NOT NULL,
    sale_minor     BIGINT,
    sale_from      BIGINT,
    sale_until     BIGINT,
    currency       VARCHAR(3)   NOT NULL,
    availability   VARCHAR(20)  NOT NULL,
    item_condition VARCHAR(20)  NOT NULL,
    image_link     LONGTEXT     NOT NULL,
    more_images    LONGTEXT,
    options        LONGTEXT,
    columns_json   LONGTEXT,
    review         VARCHAR(20)  NOT NULL,
    review_reasons LONGTEXT,
    meta_item      LONGTEXT,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT wa_variant_price_ck CHECK (price_minor > 0),
    UNIQUE INDEX wa_variant_retailer_idx (tenant_id, catalog_id, retailer_id),
    INDEX wa_variant_product_idx (tenant_id, product_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS wa_variant_counter (
    tenant_id  VARCHAR(40) NOT NULL,
    variant_id BIGINT      NOT NULL,
    name       VARCHAR(20) NOT NULL,
    value      BIGINT      NOT NULL,
    PRIMARY KEY (tenant_id, variant_id, name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What is promised never exceeds what is on hand, unless backorders are allowed: the database refuses it whatever the code does.
CREATE TABLE IF NOT EXISTS wa_stock_level (
    tenant_id  VARCHAR(40) NOT NULL,
    variant_id BIGINT      NOT NULL,
    location   VARCHAR(40) NOT NULL,
    stocked    INT         NOT NULL,
    reserved   INT         NOT NULL,
    backorders INT         NOT NULL,
    buffer     INT         NOT NULL,
    PRIMARY KEY (tenant_id, variant_id, location),
    CONSTRAINT wa_stock_level_ck CHECK (stocked >= 0 AND reserved >= 0 AND (backorders = 1 OR reserved <= stocked))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The sum of the movements is the number on hand. Movements of orders have the id of the order, its line and its version as their
-- command.
CREATE TABLE IF NOT EXISTS wa_stock_movement (
    tenant_id  VARCHAR(40)  NOT NULL,
    variant_id BIGINT       NOT NULL,
    location   VARCHAR(40)  NOT NULL,
    kind       VARCHAR(20)  NOT NULL,
    quantity   INT          NOT NULL,
    reference  VARCHAR(100) NOT NULL,
    command_id VARCHAR(200) NOT NULL,
    at         BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, command_id),
    INDEX wa_stock_movement_variant_idx (tenant_id, variant_id, at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS wa_reservation (
    tenant_id  VARCHAR(40) NOT NULL,
    order_id   BIGINT      NOT NULL,
    line_no    INT         NOT NULL,
    variant_id BIGINT      NOT NULL,
    location   VARCHAR(40) NOT NULL,
    quantity   INT         NOT NULL,
    consumed   INT         NOT NULL,
    released   INT         NOT NULL,
    PRIMARY KEY (tenant_id, order_id, line_no, variant_id),
    CONSTRAINT wa_reservation_ck CHECK (consumed >= 0 AND released >= 0 AND consumed + released <= quantity)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The next number of a series of orders; its row is locked while an order is added.
CREATE TABLE IF NOT EXISTS wa_number_series (
    tenant_id   VARCHAR(40)  NOT NULL,
    name        VARCHAR(100) NOT NULL,
    last_number BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Sums and derived statuses are written with each change, so that orders can be found by them. Who ordered is in the columns from
-- contact to note, and in fields; erasing a person empties them.
CREATE TABLE IF NOT EXISTS wa_order (
    tenant_id         VARCHAR(40)  NOT NULL,
    id                BIGINT       NOT NULL,
    order_number      VARCHAR(40)  NOT NULL,
    source            VARCHAR(20)  NOT NULL,
    origin_key        VARCHAR(200) NOT NULL,
    status            VARCHAR(20)  NOT NULL,
    payment_status    VARCHAR(20)  NOT NULL,
    fulfilment_status VARCHAR(24)  NOT NULL,
    currency          VARCHAR(3)   NOT NULL,
    tax_included      INT          NOT NULL,
    location          VARCHAR(40)  NOT NULL,
    items_minor       BIGINT       NOT NULL,
    discount_minor    BIGINT       NOT NULL,
    shipping_minor    BIGINT       NOT NULL,
    fee_minor         BIGINT       NOT NULL,
    tax_minor         BIGINT       NOT NULL,
    rounding_minor    BIGINT       NOT NULL,
    total_minor       BIGINT       NOT NULL,
    captured_minor    BIGINT       NOT NULL,
    refunded_minor    BIGINT       NOT NULL,
    cancel_reason     LONGTEXT,
    is_reserved       INT          NOT NULL,
    contact           VARCHAR(200),
    buyer_name        LONGTEXT,
    address           LONGTEXT,
    note              LONGTEXT,
    fields            LONGTEXT,
    placed_at         BIGINT       NOT NULL,
    expires_at        BIGINT,
    updated_at        BIGINT       NOT NULL,
    events            INT          NOT NULL,
    version           BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT wa_order_total_ck CHECK (total_minor >= 0 AND total_minor = items_minor - discount_minor + shipping_minor + fee_minor + rounding_minor + CASE WHEN tax_included = 1 THEN 0 ELSE tax_minor END),
    CONSTRAINT wa_order_paid_ck CHECK (refunded_minor >= 0 AND refunded_minor <= captured_minor),
    UNIQUE INDEX wa_order_number_idx (tenant_id, order_number),
    UNIQUE INDEX wa_order_origin_idx (tenant_id, source, origin_key),
    INDEX wa_order_status_idx (tenant_id, status, id),
    INDEX wa_order_contact_idx (tenant_id, contact, id),
    INDEX wa_order_expiry_idx (tenant_id, status, expires_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What was bought, as it was when it was bought: nothing here follows the product.
CREATE TABLE IF NOT EXISTS wa_order_line (
    tenant_id   VARCHAR(40)  NOT NULL,
    order_id    BIGINT       NOT NULL,
    line_no     INT          NOT NULL,
    variant_id  BIGINT,
    retailer_id VARCHAR(100) NOT NULL,
    title       LONGTEXT     NOT NULL,
    options     LONGTEXT,
    brand       LONGTEXT,
    image_link  LONGTEXT,
    list_minor  BIGINT       NOT NULL,
    tax_rate    LONGTEXT     NOT NULL,
    unit_minor  BIGINT       NOT NULL,
    flag        VARCHAR(20)  NOT NULL,
    quantity    INT          NOT NULL,
    fulfilled   INT          NOT NULL,
    cancelled   INT          NOT NULL,
    returned    INT          NOT NULL,
    PRIMARY KEY (tenant_id, order_id, line_no),
    CONSTRAINT wa_order_line_ck CHECK (fulfilled >= 0 AND cancelled >= 0 AND returned >= 0 AND fulfilled + cancelled <= quantity AND returned <= fulfilled)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS wa_order_adjustment (
    tenant_id    VARCHAR(40) NOT NULL,
    order_id     BIGINT      NOT NULL,
    place        INT         NOT NULL,
    kind         VARCHAR(20) NOT NULL,
    label        LONGTEXT    NOT NULL,
    amount_minor BIGINT      NOT NULL,
    PRIMARY KEY (tenant_id, order_id, place)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- A reference of a provider stands for one payment of the tenant.
CREATE TABLE IF NOT EXISTS wa_payment (
    tenant_id    VARCHAR(40)  NOT NULL,
    order_id     BIGINT       NOT NULL,
    place        INT          NOT NULL,
    kind         VARCHAR(20)  NOT NULL,
    amount_minor BIGINT       NOT NULL,
    provider     VARCHAR(40)  NOT NULL,
    reference    VARCHAR(100) NOT NULL,
    state        VARCHAR(20)  NOT NULL,
    at           BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, order_id, place),
    CONSTRAINT wa_payment_ck CHECK (amount_minor > 0),
    UNIQUE INDEX wa_payment_reference_idx (tenant_id, provider, reference)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS wa_fulfilment (
    tenant_id       VARCHAR(40) NOT NULL,
    order_id        BIGINT      NOT NULL,
    place           INT         NOT NULL,
    carrier         LONGTEXT,
    tracking_number LONGTEXT,
    tracking_url    LONGTEXT,
    state           VARCHAR(20) NOT NULL,
    shipped_at      BIGINT      NOT NULL,
    delivered_at    BIGINT,
    PRIMARY KEY (tenant_id, order_id, place)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS wa_fulfilment_item (
    tenant_id VARCHAR(40) NOT NULL,
    order_id  BIGINT      NOT NULL,
    place     INT         NOT NULL,
    line_no   INT         NOT NULL,
    quantity  INT         NOT NULL,
    PRIMARY KEY (tenant_id, order_id, place, line_no),
    CONSTRAINT wa_fulfilment_item_ck CHECK (quantity > 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The history of an order: rows are added, never changed. Without personal data.
CREATE TABLE IF NOT EXISTS wa_order_event (
    tenant_id  VARCHAR(40)  NOT NULL,
    order_id   BIGINT       NOT NULL,
    sequence   INT          NOT NULL,
    kind       VARCHAR(20)  NOT NULL,
    actor      LONGTEXT     NOT NULL,
    command_id VARCHAR(100) NOT NULL,
    at         BIGINT       NOT NULL,
    data       LONGTEXT,
    PRIMARY KEY (tenant_id, order_id, sequence),
    INDEX wa_order_event_command_idx (tenant_id, order_id, command_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS wa_order_note (
    tenant_id  VARCHAR(40)  NOT NULL,
    order_id   BIGINT       NOT NULL,
    command_id VARCHAR(100) NOT NULL,
    author     LONGTEXT     NOT NULL,
    text       LONGTEXT     NOT NULL,
    at         BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, order_id, command_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Carts as customers sent them. The key is a digest; who sent it is in contact, buyer_name, note and raw, which erasing empties.
CREATE TABLE IF NOT EXISTS wa_submitted_cart (
    tenant_id    VARCHAR(40)  NOT NULL,
    id           BIGINT       NOT NULL,
    cart_key     VARCHAR(64)  NOT NULL,
    sender       LONGTEXT     NOT NULL,
    contact      VARCHAR(200),
    buyer_name   LONGTEXT,
    meta_catalog LONGTEXT     NOT NULL,
    note         LONGTEXT,
    raw          LONGTEXT,
    state        VARCHAR(20)  NOT NULL,
    order_id     BIGINT,
    reason       LONGTEXT,
    sent_at      BIGINT       NOT NULL,
    received_at  BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE INDEX wa_submitted_cart_key_idx (tenant_id, cart_key),
    INDEX wa_submitted_cart_state_idx (tenant_id, state, id),
    INDEX wa_submitted_cart_contact_idx (tenant_id, contact, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Quantities and prices as they were sent, which may be no possible ones.
CREATE TABLE IF NOT EXISTS wa_submitted_item (
    tenant_id   VARCHAR(40) NOT NULL,
    cart_id     BIGINT      NOT NULL,
    line_no     INT         NOT NULL,
    retailer_id LONGTEXT    NOT NULL,
    quantity    LONGTEXT    NOT NULL,
    price       LONGTEXT    NOT NULL,
    currency    LONGTEXT    NOT NULL,
    PRIMARY KEY (tenant_id, cart_id, line_no)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What customers asked about products. The key is a digest; who asked is in contact, buyer_name and text, which erasing empties.
CREATE TABLE IF NOT EXISTS wa_enquiry (
    tenant_id    VARCHAR(40)  NOT NULL,
    id           BIGINT       NOT NULL,
    enquiry_key  VARCHAR(64)  NOT NULL,
    sender       LONGTEXT     NOT NULL,
    contact      VARCHAR(200),
    buyer_name   LONGTEXT,
    meta_catalog LONGTEXT     NOT NULL,
    retailer_id  LONGTEXT     NOT NULL,
    variant_id   BIGINT,
    text         LONGTEXT,
    sent_at      BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE INDEX wa_enquiry_key_idx (tenant_id, enquiry_key),
    INDEX wa_enquiry_contact_idx (tenant_id, contact, id),
    INDEX wa_enquiry_variant_idx (tenant_id, variant_id, id),
    INDEX wa_enquiry_sent_idx (tenant_id, sent_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Carts that are filled here for a customer. Whose they are is in contact, buyer_name, address and note, which erasing empties; it
-- replaces the host's key by one of the id.
CREATE TABLE IF NOT EXISTS wa_assisted_cart (
    tenant_id  VARCHAR(40)  NOT NULL,
    id         BIGINT       NOT NULL,
    cart_key   VARCHAR(200) NOT NULL,
    state      VARCHAR(20)  NOT NULL,
    currency   VARCHAR(3)   NOT NULL,
    contact    VARCHAR(200),
    buyer_name LONGTEXT,
    address    LONGTEXT,
    note       LONGTEXT,
    order_id   BIGINT,
    created_at BIGINT       NOT NULL,
    active_at  BIGINT       NOT NULL,
    expires_at BIGINT       NOT NULL,
    updated_at BIGINT       NOT NULL,
    version    BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE INDEX wa_assisted_cart_key_idx (tenant_id, cart_key),
    INDEX wa_assisted_cart_state_idx (tenant_id, state, active_at),
    INDEX wa_assisted_cart_contact_idx (tenant_id, contact, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What is in them, at the price at which it was put in.
CREATE TABLE IF NOT EXISTS wa_assisted_item (
    tenant_id   VARCHAR(40)  NOT NULL,
    cart_id     BIGINT       NOT NULL,
    line_no     INT          NOT NULL,
    variant_id  BIGINT,
    retailer_id VARCHAR(100) NOT NULL,
    title       LONGTEXT     NOT NULL,
    options     LONGTEXT,
    brand       LONGTEXT,
    image_link  LONGTEXT,
    list_minor  BIGINT       NOT NULL,
    tax_rate    LONGTEXT     NOT NULL,
    unit_minor  BIGINT       NOT NULL,
    quantity    INT          NOT NULL,
    PRIMARY KEY (tenant_id, cart_id, line_no),
    CONSTRAINT wa_assisted_item_ck CHECK (quantity > 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Messages about orders, carts and enquiries, each planned once. A message of an order is planned in the transaction that changes the
-- order; its place is that of the event in the history. Without personal data.
CREATE TABLE IF NOT EXISTS wa_shop_message (
    tenant_id   VARCHAR(40) NOT NULL,
    subject     VARCHAR(20) NOT NULL,
    subject_id  BIGINT      NOT NULL,
    kind        VARCHAR(20) NOT NULL,
    place       INT         NOT NULL,
    state       VARCHAR(20) NOT NULL,
    order_state VARCHAR(20),
    shipment    INT         NOT NULL,
    form        VARCHAR(20) NOT NULL,
    delivery    LONGTEXT,
    reason      LONGTEXT,
    attempts    INT         NOT NULL,
    next_at     BIGINT      NOT NULL,
    created_at  BIGINT      NOT NULL,
    settled_at  BIGINT,
    PRIMARY KEY (tenant_id, subject, subject_id, kind, place),
    INDEX wa_shop_message_due_idx (tenant_id, state, next_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- When a customer last wrote, which opens WhatsApp's window of 24 hours, and when a person of the business last wrote to them. Erasing a
-- person deletes their rows.
CREATE TABLE IF NOT EXISTS wa_conversation (
    tenant_id VARCHAR(40)  NOT NULL,
    contact   VARCHAR(200) NOT NULL,
    sender    VARCHAR(100) NOT NULL,
    wrote_at  BIGINT       NOT NULL,
    agent_at  BIGINT       NOT NULL,
    PRIMARY KEY (tenant_id, contact, sender)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What is known of variants at the BSP. Writing a product or its stock adds to due in the same transaction; a batch takes away what was
-- read, so that a change meanwhile stays due. The digest of a batch is absent where it removes the variant.
CREATE TABLE IF NOT EXISTS wa_sync_item (
    tenant_id     VARCHAR(40) NOT NULL,
    variant_id    BIGINT      NOT NULL,
    catalog_id    BIGINT      NOT NULL,
    due           BIGINT      NOT NULL,
    urgent        INT         NOT NULL,
    prior_urgent  INT         NOT NULL,
    present       INT         NOT NULL,
    prior_present INT         NOT NULL,
    sent_hash     VARCHAR(64),
    batch_id      BIGINT,
    overtaken_id  BIGINT,
    batch_hash    VARCHAR(64),
    deleted_at    BIGINT,
    state         VARCHAR(20) NOT NULL,
    problem       LONGTEXT,
    PRIMARY KEY (tenant_id, variant_id),
    INDEX wa_sync_item_due_idx (tenant_id, catalog_id, batch_id, due),
    INDEX wa_sync_item_batch_idx (tenant_id, batch_id),
    INDEX wa_sync_item_overtaken_idx (tenant_id, overtaken_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS wa_sync_batch (
    tenant_id  VARCHAR(40) NOT NULL,
    id         BIGINT      NOT NULL,
    catalog_id BIGINT      NOT NULL,
    handle     LONGTEXT,
    state      VARCHAR(20) NOT NULL,
    items      INT         NOT NULL,
    polls      INT         NOT NULL,
    created_at BIGINT      NOT NULL,
    next_at    BIGINT      NOT NULL,
    errors     INT         NOT NULL,
    warnings   INT         NOT NULL,
    PRIMARY KEY (tenant_id, id),
    INDEX wa_sync_batch_state_idx (tenant_id, catalog_id, state, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

INSERT IGNORE INTO wa_schema (version) VALUES (2);
