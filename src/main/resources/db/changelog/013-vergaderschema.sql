--liquibase formatted sql

--changeset besluitroute:013-vergaderdatum
--comment Meetings of bodies; aanvang as HH:mm, kenmerk its key in the agenda from which it was read
create table vergaderdatum (
  id uuid not null primary key,
  orgaan varchar(80) not null references orgaan (id),
  dag date not null,
  aanvang varchar(5),
  titel varchar(200),
  plaats varchar(200),
  bron varchar(20) not null,
  kenmerk varchar(400),
  toestand varchar(20) not null,
  reden varchar(1000),
  volgnummer integer not null,
  gewijzigd_op timestamp(6) with time zone not null,
  slot bigint not null
);
create index vergaderdatum_orgaan on vergaderdatum (orgaan, dag);

--changeset besluitroute:013-reces
--comment Both days inclusive; of one body, or of all bodies of a municipality or region
create table reces (
  id uuid not null primary key,
  orgaan varchar(80) references orgaan (id),
  gemeente varchar(6) references gemeente (code),
  regio varchar(10) references regio (code),
  naam varchar(120) not null,
  van date not null,
  tot_en_met date not null,
  constraint reces_hoort_bij_een check (
    (case when orgaan is null then 0 else 1 end) + (case when gemeente is null then 0 else 1 end)
      + (case when regio is null then 0 else 1 end) = 1),
  constraint reces_eindigt_na_begin check (tot_en_met >= van)
);
create index reces_orgaan on reces (orgaan);
create index reces_gemeente on reces (gemeente);
create index reces_regio on reces (regio);

--changeset besluitroute:013-termijnregel
--comment Terms that somebody set; what has no row here has its default
create table termijnregel (
  id uuid not null primary key,
  orgaan varchar(80) references orgaan (id),
  orgaansoort varchar(40),
  soort varchar(20) not null,
  aantal integer not null,
  eenheid varchar(20) not null,
  tijdstip varchar(5),
  constraint termijnregel_hoort_bij_een check ((orgaan is null) <> (orgaansoort is null)),
  constraint termijnregel_orgaan_een unique (orgaan, soort),
  constraint termijnregel_soort_een unique (orgaansoort, soort)
);

--changeset besluitroute:013-agendafeed
--comment Secret addresses, of a body or of an account; only the SHA-256 of the secret is kept
create table agendafeed (
  id uuid not null primary key,
  hash varchar(64) not null,
  orgaan varchar(80) references orgaan (id),
  account varchar(60),
  gemaakt_op timestamp(6) with time zone not null,
  ingetrokken_op timestamp(6) with time zone,
  constraint agendafeed_hash_een unique (hash),
  constraint agendafeed_hoort_bij_een check ((orgaan is null) <> (account is null))
);
create index agendafeed_orgaan on agendafeed (orgaan);
create index agendafeed_account on agendafeed (account);

--changeset besluitroute:013-agendainvoer
--comment An agenda that was read, between preview and use; removed when used or a day old
create table agendainvoer (
  id uuid not null primary key,
  orgaan varchar(80) not null references orgaan (id),
  account varchar(60) not null,
  herkomst varchar(200) not null,
  inhoud bytea not null,
  basis varchar(64) not null,
  bewaard_op timestamp(6) with time zone not null
);
create index agendainvoer_bewaard on agendainvoer (bewaard_op);
