-- Products, stock and orders. Times are epoch milliseconds in UTC, ids are 64-bit numbers, amounts are whole numbers of the smallest
-- unit of their currency, enums are names, lists and maps are JSON, absent is NULL.

CREATE TABLE wa_catalog (
    tenant_id     TEXT    NOT NULL,
    id            INTEGER NOT NULL,
    name          TEXT    NOT NULL,
    currency      TEXT    NOT NULL,
    status        TEXT    NOT NULL,
    meta_catalog  TEXT,
    meta_business TEXT,
    meta_waba     TEXT,
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL,
    version       INTEGER NOT NULL,
    CONSTRAINT wa_catalog_pk PRIMARY KEY (tenant_id, id)
) STRICT;

-- The search text holds title, brand, group and retailer ids in lower case.
CREATE TABLE wa_product (
    tenant_id       TEXT    NOT NULL,
    id              INTEGER NOT NULL,
    catalog_id      INTEGER NOT NULL,
    status          TEXT    NOT NULL,
    title           TEXT    NOT NULL,
    description     TEXT    NOT NULL,
    link            TEXT    NOT NULL,
    brand           TEXT    NOT NULL,
    group_id        TEXT    NOT NULL,
    google_category TEXT    NOT NULL,
    fb_category     TEXT    NOT NULL,
    search_text     TEXT    NOT NULL,
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    version         INTEGER NOT NULL,
    CONSTRAINT wa_product_pk PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE INDEX wa_product_catalog_idx ON wa_product (tenant_id, catalog_id, id);
CREATE INDEX wa_product_group_idx ON wa_product (tenant_id, catalog_id, group_id);

CREATE TABLE wa_variant (
    tenant_id      TEXT    NOT NULL,
    id             INTEGER NOT NULL,
    catalog_id     INTEGER NOT NULL,
    product_id     INTEGER NOT NULL,
    retailer_id    TEXT    NOT NULL,
    for_sale       INTEGER NOT NULL,
    price_minor    INTEGER NOT NULL,
    sale_minor     INTEGER,
    sale_from      INTEGER,
    sale_until     INTEGER,
    currency       TEXT    NOT NULL,
    availability   TEXT    NOT NULL,
    item_condition TEXT    NOT NULL,
    image_link     TEXT    NOT NULL,
    more_images    TEXT,
    options        TEXT,
    columns_json   TEXT,
    review         TEXT    NOT NULL,
    review_reasons TEXT,
    meta_item      TEXT,
    CONSTRAINT wa_variant_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT wa_variant_price_ck CHECK (price_minor > 0)
) STRICT;
CREATE UNIQUE INDEX wa_variant_retailer_idx ON wa_variant (tenant_id, catalog_id, retailer_id);
CREATE INDEX wa_variant_product_idx ON wa_variant (tenant_id, product_id, id);

CREATE TABLE wa_variant_counter (
    tenant_id  TEXT    NOT NULL,
    variant_id INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    value      INTEGER NOT NULL,
    CONSTRAINT wa_variant_counter_pk PRIMARY KEY (tenant_id, variant_id, name)
) STRICT;

-- What is promised never exceeds what is on hand, unless backorders are allowed: the database refuses it whatever the code does.
CREATE TABLE wa_stock_level (
    tenant_id  TEXT    NOT NULL,
    variant_id INTEGER NOT NULL,
    location   TEXT    NOT NULL,
    stocked    INTEGER NOT NULL,
    reserved   INTEGER NOT NULL,
    backorders INTEGER NOT NULL,
    buffer     INTEGER NOT NULL,
    CONSTRAINT wa_stock_level_pk PRIMARY KEY (tenant_id, variant_id, location),
    CONSTRAINT wa_stock_level_ck CHECK (stocked >= 0 AND reserved >= 0 AND (backorders = 1 OR reserved <= stocked))
) STRICT;

-- The sum of the movements is the number on hand. Movements of orders have the id of the order, its line and its version as their
-- command.
CREATE TABLE wa_stock_movement (
    tenant_id  TEXT    NOT NULL,
    variant_id INTEGER NOT NULL,
    location   TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    quantity   INTEGER NOT NULL,
    reference  TEXT    NOT NULL,
    command_id TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    CONSTRAINT wa_stock_movement_pk PRIMARY KEY (tenant_id, command_id)
) STRICT;
CREATE INDEX wa_stock_movement_variant_idx ON wa_stock_movement (tenant_id, variant_id, at);

CREATE TABLE wa_reservation (
    tenant_id  TEXT    NOT NULL,
    order_id   INTEGER NOT NULL,
    line_no    INTEGER NOT NULL,
    variant_id INTEGER NOT NULL,
    location   TEXT    NOT NULL,
    quantity   INTEGER NOT NULL,
    consumed   INTEGER NOT NULL,
    released   INTEGER NOT NULL,
    CONSTRAINT wa_reservation_pk PRIMARY KEY (tenant_id, order_id, line_no, variant_id),
    CONSTRAINT wa_reservation_ck CHECK (consumed >= 0 AND released >= 0 AND consumed + released <= quantity)
) STRICT;

-- The next number of a series of orders; its row is locked while an order is added.
CREATE TABLE wa_number_series (
    tenant_id   TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    last_number INTEGER NOT NULL,
    CONSTRAINT wa_number_series_pk PRIMARY KEY (tenant_id, name)
) STRICT;

-- Sums and derived statuses are written with each change, so that orders can be found by them. Who ordered is in the columns from
-- contact to note, and in fields; erasing a person empties them.
CREATE TABLE wa_order (
    tenant_id         TEXT    NOT NULL,
    id                INTEGER NOT NULL,
    order_number      TEXT    NOT NULL,
    source            TEXT    NOT NULL,
    origin_key        TEXT    NOT NULL,
    status            TEXT    NOT NULL,
    payment_status    TEXT    NOT NULL,
    fulfilment_status TEXT    NOT NULL,
    currency          TEXT    NOT NULL,
    tax_included      INTEGER NOT NULL,
    location          TEXT    NOT NULL,
    items_minor       INTEGER NOT NULL,
    discount_minor    INTEGER NOT NULL,
    shipping_minor    INTEGER NOT NULL,
    fee_minor         INTEGER NOT NULL,
    tax_minor         INTEGER NOT NULL,
    rounding_minor    INTEGER NOT NULL,
    total_minor       INTEGER NOT NULL,
    captured_minor    INTEGER NOT NULL,
    refunded_minor    INTEGER NOT NULL,
    cancel_reason     TEXT,
    is_reserved       INTEGER NOT NULL,
    contact           TEXT,
    buyer_name        TEXT,
    address           TEXT,
    note              TEXT,
    fields            TEXT,
    placed_at         INTEGER NOT NULL,
    expires_at        INTEGER,
    updated_at        INTEGER NOT NULL,
    events            INTEGER NOT NULL,
    version           INTEGER NOT NULL,
    CONSTRAINT wa_order_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT wa_order_total_ck CHECK (total_minor >= 0 AND total_minor = items_minor - discount_minor + shipping_minor + fee_minor + rounding_minor + CASE WHEN tax_included = 1 THEN 0 ELSE tax_minor END),
    CONSTRAINT wa_order_paid_ck CHECK (refunded_minor >= 0 AND refunded_minor <= captured_minor)
) STRICT;
CREATE UNIQUE INDEX wa_order_number_idx ON wa_order (tenant_id, order_number);
CREATE UNIQUE INDEX wa_order_origin_idx ON wa_order (tenant_id, source, origin_key);
CREATE INDEX wa_order_status_idx ON wa_order (tenant_id, status, id);
CREATE INDEX wa_order_contact_idx ON wa_order (tenant_id, contact, id);
CREATE INDEX wa_order_expiry_idx ON wa_order (tenant_id, status, expires_at);

-- What was bought, as it was when it was bought: nothing here follows the product.
CREATE TABLE wa_order_line (
    tenant_id   TEXT    NOT NULL,
    order_id    INTEGER NOT NULL,
    line_no     INTEGER NOT NULL,
    variant_id  INTEGER,
    retailer_id TEXT    NOT NULL,
    title       TEXT    NOT NULL,
    options     TEXT,
    brand       TEXT,
    image_link  TEXT,
    list_minor  INTEGER NOT NULL,
    tax_rate    TEXT    NOT NULL,
    unit_minor  INTEGER NOT NULL,
    flag        TEXT    NOT NULL,
    quantity    INTEGER NOT NULL,
    fulfilled   INTEGER NOT NULL,
    cancelled   INTEGER NOT NULL,
    returned    INTEGER NOT NULL,
    CONSTRAINT wa_order_line_pk PRIMARY KEY (tenant_id, order_id, line_no),
    CONSTRAINT wa_order_line_ck CHECK (fulfilled >= 0 AND cancelled >= 0 AND returned >= 0 AND fulfilled + cancelled <= quantity AND returned <= fulfilled)
) STRICT;

CREATE TABLE wa_order_adjustment (
    tenant_id    TEXT    NOT NULL,
    order_id     INTEGER NOT NULL,
    place        INTEGER NOT NULL,
    kind         TEXT    NOT NULL,
    label        TEXT    NOT NULL,
    amount_minor INTEGER NOT NULL,
    CONSTRAINT wa_order_adjustment_pk PRIMARY KEY (tenant_id, order_id, place)
) STRICT;

-- A reference of a provider stands for one payment of the tenant.
CREATE TABLE wa_payment (
    tenant_id    TEXT    NOT NULL,
    order_id     INTEGER NOT NULL,
    place        INTEGER NOT NULL,
    kind         TEXT    NOT NULL,
    amount_minor INTEGER NOT NULL,
    provider     TEXT    NOT NULL,
    reference    TEXT    NOT NULL,
    state        TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    CONSTRAINT wa_payment_pk PRIMARY KEY (tenant_id, order_id, place),
    CONSTRAINT wa_payment_ck CHECK (amount_minor > 0)
) STRICT;
CREATE UNIQUE INDEX wa_payment_reference_idx ON wa_payment (tenant_id, provider, reference);

CREATE TABLE wa_fulfilment (
    tenant_id       TEXT    NOT NULL,
    order_id        INTEGER NOT NULL,
    place           INTEGER NOT NULL,
    carrier         TEXT,
    tracking_number TEXT,
    tracking_url    TEXT,
    state           TEXT    NOT NULL,
    shipped_at      INTEGER NOT NULL,
    delivered_at    INTEGER,
    CONSTRAINT wa_fulfilment_pk PRIMARY KEY (tenant_id, order_id, place)
) STRICT;

CREATE TABLE wa_fulfilment_item (
    tenant_id TEXT    NOT NULL,
    order_id  INTEGER NOT NULL,
    place     INTEGER NOT NULL,
    line_no   INTEGER NOT NULL,
    quantity  INTEGER NOT NULL,
    CONSTRAINT wa_fulfilment_item_pk PRIMARY KEY (tenant_id, order_id, place, line_no),
    CONSTRAINT wa_fulfilment_item_ck CHECK (quantity > 0)
) STRICT;

-- The history of an order: rows are added, never changed. Without personal data.
CREATE TABLE wa_order_event (
    tenant_id  TEXT    NOT NULL,
    order_id   INTEGER NOT NULL,
    sequence   INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    actor      TEXT    NOT NULL,
    command_id TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    data       TEXT,
    CONSTRAINT wa_order_event_pk PRIMARY KEY (tenant_id, order_id, sequence)
) STRICT;
CREATE INDEX wa_order_event_command_idx ON wa_order_event (tenant_id, order_id, command_id);

CREATE TABLE wa_order_note (
    tenant_id  TEXT    NOT NULL,
    order_id   INTEGER NOT NULL,
    command_id TEXT    NOT NULL,
    author     TEXT    NOT NULL,
    text       TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    CONSTRAINT wa_order_note_pk PRIMARY KEY (tenant_id, order_id, command_id)
) STRICT;

-- Carts as customers sent them. The key is a digest; who sent it is in contact, buyer_name, note and raw, which erasing empties.
CREATE TABLE wa_submitted_cart (
    tenant_id    TEXT    NOT NULL,
    id           INTEGER NOT NULL,
    cart_key     TEXT    NOT NULL,
    sender       TEXT    NOT NULL,
    contact      TEXT,
    buyer_name   TEXT,
    meta_catalog TEXT    NOT NULL,
    note         TEXT,
    raw          TEXT,
    state        TEXT    NOT NULL,
    order_id     INTEGER,
    reason       TEXT,
    sent_at      INTEGER NOT NULL,
    received_at  INTEGER NOT NULL,
    CONSTRAINT wa_submitted_cart_pk PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE UNIQUE INDEX wa_submitted_cart_key_idx ON wa_submitted_cart (tenant_id, cart_key);
CREATE INDEX wa_submitted_cart_state_idx ON wa_submitted_cart (tenant_id, state, id);
CREATE INDEX wa_submitted_cart_contact_idx ON wa_submitted_cart (tenant_id, contact, id);

-- Quantities and prices as they were sent, which may be no possible ones.
CREATE TABLE wa_submitted_item (
    tenant_id   TEXT    NOT NULL,
    cart_id     INTEGER NOT NULL,
    line_no     INTEGER NOT NULL,
    retailer_id TEXT    NOT NULL,
    quantity    TEXT    NOT NULL,
    price       TEXT    NOT NULL,
    currency    TEXT    NOT NULL,
    CONSTRAINT wa_submitted_item_pk PRIMARY KEY (tenant_id, cart_id, line_no)
) STRICT;

-- What customers asked about products. The key is a digest; who asked is in contact, buyer_name and text, which erasing empties.
CREATE TABLE wa_enquiry (
    tenant_id    TEXT    NOT NULL,
    id           INTEGER NOT NULL,
    enquiry_key  TEXT    NOT NULL,
    sender       TEXT    NOT NULL,
    contact      TEXT,
    buyer_name   TEXT,
    meta_catalog TEXT    NOT NULL,
    retailer_id  TEXT    NOT NULL,
    variant_id   INTEGER,
    text         TEXT,
    sent_at      INTEGER NOT NULL,
    CONSTRAINT wa_enquiry_pk PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE UNIQUE INDEX wa_enquiry_key_idx ON wa_enquiry (tenant_id, enquiry_key);
CREATE INDEX wa_enquiry_contact_idx ON wa_enquiry (tenant_id, contact, id);
CREATE INDEX wa_enquiry_variant_idx ON wa_enquiry (tenant_id, variant_id, id);
CREATE INDEX wa_enquiry_sent_idx ON wa_enquiry (tenant_id, sent_at);

-- Carts that are filled here for a customer. Whose they are is in contact, buyer_name, address and note, which erasing empties; it
-- replaces the host's key by one of the id.
CREATE TABLE wa_assisted_cart (
    tenant_id  TEXT    NOT NULL,
    id         INTEGER NOT NULL,
    cart_key   TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    currency   TEXT    NOT NULL,
    contact    TEXT,
    buyer_name TEXT,
    address    TEXT,
    note       TEXT,
    order_id   INTEGER,
    created_at INTEGER NOT NULL,
    active_at  INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    CONSTRAINT wa_assisted_cart_pk PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE UNIQUE INDEX wa_assisted_cart_key_idx ON wa_assisted_cart (tenant_id, cart_key);
CREATE INDEX wa_assisted_cart_state_idx ON wa_assisted_cart (tenant_id, state, active_at);
CREATE INDEX wa_assisted_cart_contact_idx ON wa_assisted_cart (tenant_id, contact, id);

-- What is in them, at the price at which it was put in.
CREATE TABLE wa_assisted_item (
    tenant_id   TEXT    NOT NULL,
    cart_id     INTEGER NOT NULL,
    line_no     INTEGER NOT NULL,
    variant_id  INTEGER,
    retailer_id TEXT    NOT NULL,
    title       TEXT    NOT NULL,
    options     TEXT,
    brand       TEXT,
    image_link  TEXT,
    list_minor  INTEGER NOT NULL,
    tax_rate    TEXT    NOT NULL,
    unit_minor  INTEGER NOT NULL,
    quantity    INTEGER NOT NULL,
    CONSTRAINT wa_assisted_item_pk PRIMARY KEY (tenant_id, cart_id, line_no),
    CONSTRAINT wa_assisted_item_ck CHECK (quantity > 0)
) STRICT;

-- Messages about orders, carts and enquiries, each planned once. A message of an order is planned in the transaction that changes the
-- order; its place is that of the event in the history. Without personal data.
CREATE TABLE wa_shop_message (
    tenant_id   TEXT    NOT NULL,
    subject     TEXT    NOT NULL,
    subject_id  INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    place       INTEGER NOT NULL,
    state       TEXT    NOT NULL,
    order_state TEXT,
    shipment    INTEGER NOT NULL,
    form        TEXT    NOT NULL,
    delivery    TEXT,
    reason      TEXT,
    attempts    INTEGER NOT NULL,
    next_at     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    settled_at  INTEGER,
    CONSTRAINT wa_shop_message_pk PRIMARY KEY (tenant_id, subject, subject_id, kind, place)
) STRICT;
CREATE INDEX wa_shop_message_due_idx ON wa_shop_message (tenant_id, state, next_at);

-- When a customer last wrote, which opens WhatsApp's window of 24 hours, and when a person of the business last wrote to them. Erasing a
-- person deletes their rows.
CREATE TABLE wa_conversation (
    tenant_id TEXT    NOT NULL,
    contact   TEXT    NOT NULL,
    sender    TEXT    NOT NULL,
    wrote_at  INTEGER NOT NULL,
    agent_at  INTEGER NOT NULL,
    CONSTRAINT wa_conversation_pk PRIMARY KEY (tenant_id, contact, sender)
) STRICT;

-- What is known of variants at the BSP. Writing a product or its stock adds to due in the same transaction; a batch takes away what was
-- read, so that a change meanwhile stays due. The digest of a batch is absent where it removes the variant.
CREATE TABLE wa_sync_item (
    tenant_id     TEXT    NOT NULL,
    variant_id    INTEGER NOT NULL,
    catalog_id    INTEGER NOT NULL,
    due           INTEGER NOT NULL,
    urgent        INTEGER NOT NULL,
    prior_urgent  INTEGER NOT NULL,
    present       INTEGER NOT NULL,
    prior_present INTEGER NOT NULL,
    sent_hash     TEXT,
    batch_id      INTEGER,
    overtaken_id  INTEGER,
    batch_hash    TEXT,
    deleted_at    INTEGER,
    state         TEXT    NOT NULL,
    problem       TEXT,
    CONSTRAINT wa_sync_item_pk PRIMARY KEY (tenant_id, variant_id)
) STRICT;
CREATE INDEX wa_sync_item_due_idx ON wa_sync_item (tenant_id, catalog_id, batch_id, due);
CREATE INDEX wa_sync_item_batch_idx ON wa_sync_item (tenant_id, batch_id);
CREATE INDEX wa_sync_item_overtaken_idx ON wa_sync_item (tenant_id, overtaken_id);

CREATE TABLE wa_sync_batch (
    tenant_id  TEXT    NOT NULL,
    id         INTEGER NOT NULL,
    catalog_id INTEGER NOT NULL,
    handle     TEXT,
    state      TEXT    NOT NULL,
    items      INTEGER NOT NULL,
    polls      INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    next_at    INTEGER NOT NULL,
    errors     INTEGER NOT NULL,
    warnings   INTEGER NOT NULL,
    CONSTRAINT wa_sync_batch_pk PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE INDEX wa_sync_batch_state_idx ON wa_sync_batch (tenant_id, catalog_id, state, id);

INSERT INTO wa_schema (version) VALUES (2);
