-- What the shop notes of its dealings with providers, and the demo provider's own tables: those begin with demo_, and nothing
-- of the shop reads them but that provider.

ALTER TABLE payment
  -- Why it came to nothing, in a word such as declined or insufficient: the buyer is told again when he asks again.
  ADD COLUMN declined_for varchar(40),
  -- What a person has to look at; null where nothing is wrong.
  ADD COLUMN trouble varchar(200);

-- Money that a provider took though it had said that it would not: no order is paid by it, it goes back.
CREATE TABLE stray_money (
  payment_id   bigint PRIMARY KEY REFERENCES payment,
  -- What the provider is told with each call, so that it gives back once.
  reference    uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  provider_id  varchar(255),
  noted_at     timestamptz NOT NULL DEFAULT now(),
  next_look_at timestamptz NOT NULL DEFAULT now(),
  looks        integer NOT NULL DEFAULT 0,
  returned_at  timestamptz
);
CREATE INDEX stray_money_look ON stray_money (next_look_at) WHERE returned_at IS NULL;

CREATE INDEX payment_notice_received ON payment_notice (received_at);

-- ---------------------------------------------------------------------------------------------------- the demo provider

-- What it is to take from whom. It never sees more of a card than decides what to do, and keeps nothing of it.
CREATE TABLE demo_payment (
  id             varchar(60) PRIMARY KEY,
  -- The shop's word for it: who asks twice with the same one is told what the first call did.
  reference      uuid NOT NULL UNIQUE,
  label          varchar(40) NOT NULL,
  currency       varchar(3) NOT NULL,
  amount_minor   bigint NOT NULL CHECK (amount_minor > 0),
  -- OPEN: a card is still to be typed. CHALLENGE: the buyer has to confirm. PENDING: it takes its time.
  status         varchar(9) NOT NULL CHECK (status IN ('OPEN', 'CHALLENGE', 'PENDING', 'APPROVED', 'DECLINED', 'VOIDED')),
  reason         varchar(20),
  -- Whether it keeps silent: the call of the shop gets no answer, and no notice is sent.
  silent         boolean NOT NULL DEFAULT false,
  -- When what takes its time is approved.
  decide_at      timestamptz,
  -- Where the buyer goes afterwards, sealed: the address may hold what opens an order.
  back           bytea,
  refunded_minor bigint NOT NULL DEFAULT 0 CHECK (refunded_minor BETWEEN 0 AND amount_minor),
  created_at     timestamptz NOT NULL DEFAULT now(),
  CHECK ((status = 'DECLINED') = (reason IS NOT NULL)),
  CHECK (status <> 'PENDING' OR decide_at IS NOT NULL)
);
CREATE INDEX demo_payment_decide ON demo_payment (decide_at) WHERE status = 'PENDING';
CREATE INDEX demo_payment_back ON demo_payment (created_at) WHERE back IS NOT NULL;

CREATE TABLE demo_refund (
  reference    uuid PRIMARY KEY,
  payment_id   varchar(60) NOT NULL REFERENCES demo_payment,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX demo_refund_payment ON demo_refund (payment_id);

-- What it tells the shop by itself, as often as copies says, again until it is heard.
CREATE TABLE demo_notice (
  id              varchar(60) PRIMARY KEY,
  payment_id      varchar(60) NOT NULL REFERENCES demo_payment,
  status          varchar(9) NOT NULL,
  copies          integer NOT NULL CHECK (copies >= 0),
  attempts        integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  created_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX demo_notice_due ON demo_notice (next_attempt_at) WHERE copies > 0;
CREATE INDEX demo_notice_payment ON demo_notice (payment_id);
CREATE INDEX demo_notice_created ON demo_notice (created_at);
