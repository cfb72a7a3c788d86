--liquibase formatted sql

--changeset besluitroute:003-toegang
create table account (
  naam varchar(60) not null primary key,
  weergave varchar(120) not null,
  wachtwoord varchar(100) not null,
  demo boolean not null
);
create table toekenning (
  id uuid not null primary key,
  account varchar(60) not null references account (naam),
  rol varchar(40) not null,
  regio varchar(10) references regio (code),
  gemeente varchar(6) references gemeente (code)
);
create index toekenning_account on toekenning (account);

--changeset besluitroute:003-journaal
--comment Append-only: see 004
create sequence journaal_volgorde start with 1 increment by 50;
create table journaal (
  id bigint not null primary key,
  tijdstip timestamp(6) with time zone not null,
  wie varchar(120) not null,
  namens varchar(120),
  soort varchar(40) not null,
  visie varchar(60),
  stap varchar(200),
  gemeente varchar(6),
  taak varchar(64),
  tekst varchar(1000) not null,
  reden varchar(4000)
);
create index journaal_visie on journaal (visie, id);
create index journaal_taak on journaal (taak);

--changeset besluitroute:003-visie
create table visie (
  id varchar(60) not null primary key,
  titel varchar(200) not null,
  gevraagd_besluit varchar(4000) not null,
  looptijd_van integer not null,
  looptijd_tot integer not null,
  regel varchar(40) not null,
  route varchar(60) not null,
  route_versie varchar(64) not null,
  gestart_op timestamp(6) with time zone not null,
  afgerond_op timestamp(6) with time zone,
  slot bigint not null
);
create table visie_regio (
  visie varchar(60) not null references visie (id),
  regio varchar(10) not null references regio (code),
  volgorde integer not null,
  primary key (visie, regio)
);
-- van inclusive, tot exclusive
create table deelname (
  id uuid not null primary key,
  visie varchar(60) not null references visie (id),
  gemeente varchar(6) not null references gemeente (code),
  van date not null,
  tot date,
  reden varchar(4000),
  reden_einde varchar(4000)
);
create index deelname_visie on deelname (visie);
create table stap (
  id varchar(200) not null primary key,
  visie varchar(60) not null references visie (id),
  element varchar(60) not null,
  naam varchar(120) not null,
  soort varchar(40) not null,
  doel varchar(40),
  ronde varchar(60) not null,
  orgaan varchar(80) references orgaan (id),
  gemeente varchar(6) references gemeente (code),
  besluitronde integer,
  volgorde integer not null,
  toestand varchar(20) not null,
  doorloop integer not null,
  aanlevertermijn integer not null,
  vastlegtermijn integer not null,
  werktijd integer not null,
  bijzonderheden varchar(4000),
  oorspronkelijk_tekst varchar(200),
  oorspronkelijk_edtf varchar(200),
  oorspronkelijk_eerste date,
  oorspronkelijk_laatste date,
  gepland_tekst varchar(200),
  gepland_edtf varchar(200),
  gepland_eerste date,
  gepland_laatste date,
  werkelijk_tekst varchar(200),
  werkelijk_edtf varchar(200),
  werkelijk_eerste date,
  werkelijk_laatste date,
  slot bigint not null
);
create index stap_visie on stap (visie, volgorde);

--changeset besluitroute:003-stuk
create table versie (
  id uuid not null primary key,
  visie varchar(60) not null references visie (id),
  nummer varchar(20) not null,
  volgorde integer not null,
  datum date not null,
  kenmerk varchar(64) not null,
  toelichting varchar(4000),
  vastgelegd_door varchar(120) not null,
  vastgelegd_op timestamp(6) with time zone not null,
  constraint versie_nummer unique (visie, nummer)
);
create table versie_onderdeel (
  versie uuid not null references versie (id),
  volgnr integer not null,
  naam varchar(200) not null,
  kenmerk varchar(64) not null,
  tekst varchar(50000),
  primary key (versie, volgnr)
);

--changeset besluitroute:003-besluitvorming
create table behandeling (
  id uuid not null primary key,
  visie varchar(60) not null references visie (id),
  stap varchar(200) not null references stap (id),
  orgaan varchar(80) references orgaan (id),
  doel varchar(40) not null,
  volgnr integer not null,
  gepland_tekst varchar(200),
  gepland_edtf varchar(200),
  gepland_eerste date,
  gepland_laatste date,
  verzendversie varchar(20),
  verzonden_op date,
  behandelde_versie varchar(20),
  datum date,
  conclusie varchar(40),
  reden varchar(4000),
  vastgelegd_door varchar(120),
  vastgelegd_op timestamp(6) with time zone,
  constraint behandeling_volgnr unique (stap, volgnr)
);
create index behandeling_visie on behandeling (visie);
create table voorbehoud (
  behandeling uuid not null references behandeling (id),
  gemeente varchar(6) not null references gemeente (code),
  tekst varchar(4000) not null,
  primary key (behandeling, gemeente)
);
create table opmerking (
  id uuid not null primary key,
  visie varchar(60) not null references visie (id),
  behandeling uuid not null references behandeling (id),
  volgnr integer not null,
  tekst varchar(4000) not null,
  eigenaar varchar(200),
  antwoord varchar(20),
  antwoord_versie varchar(20),
  antwoord_plaats varchar(200),
  antwoord_tekst varchar(4000),
  beantwoord_door varchar(120),
  beantwoord_op timestamp(6) with time zone,
  slot bigint not null,
  constraint opmerking_volgnr unique (behandeling, volgnr)
);
create index opmerking_visie on opmerking (visie);
create table besluit (
  id uuid not null primary key,
  visie varchar(60) not null references visie (id),
  stap varchar(200) not null references stap (id),
  gemeente varchar(6) not null references gemeente (code),
  orgaansoort varchar(20) not null,
  besluitronde integer not null,
  volgnr integer not null,
  datum date not null,
  uitkomst varchar(40) not null,
  versie varchar(20),
  dictum varchar(10000),
  nummer varchar(200),
  amendement varchar(10000),
  zekerheid varchar(20) not null,
  bron varchar(1000),
  vastgelegd_door varchar(120) not null,
  vastgelegd_op timestamp(6) with time zone not null,
  bevestigd_door varchar(120),
  bevestigd_op timestamp(6) with time zone,
  slot bigint not null,
  constraint besluit_volgnr unique (visie, gemeente, orgaansoort, volgnr)
);
create table duiding (
  id uuid not null primary key,
  besluit uuid not null references besluit (id),
  visie varchar(60) not null references visie (id),
  klasse varchar(20) not null,
  eensluidend boolean not null,
  reden varchar(4000) not null,
  vastgelegd_door varchar(120) not null,
  vastgelegd_op timestamp(6) with time zone not null
);
create index duiding_visie on duiding (visie);
create table informering (
  id uuid not null primary key,
  visie varchar(60) not null references visie (id),
  stap varchar(200) not null references stap (id),
  gemeente varchar(6) not null references gemeente (code),
  datum date not null,
  kenmerk varchar(200),
  toelichting varchar(4000),
  zekerheid varchar(20) not null,
  bron varchar(1000),
  vastgelegd_door varchar(120) not null,
  vastgelegd_op timestamp(6) with time zone not null
);
create index informering_visie on informering (visie);
create table stand (
  visie varchar(60) not null primary key references visie (id),
  waarde varchar(20) not null,
  vastgesteld integer not null,
  afwijkend integer not null,
  niet integer not null,
  aantal integer not null,
  zin varchar(1000) not null,
  vast_op date,
  berekend_op timestamp(6) with time zone not null,
  slot bigint not null
);

--changeset besluitroute:003-participatie
create table activiteit (
  id uuid not null primary key,
  visie varchar(60) not null references visie (id),
  stap varchar(200) not null references stap (id),
  volgnr integer not null,
  groep varchar(200) not null,
  datum_tekst varchar(200) not null,
  datum_edtf varchar(200),
  datum_eerste date,
  datum_laatste date,
  deelnemers integer,
  uitkomst varchar(4000),
  verwerking varchar(4000),
  vastgelegd_door varchar(120) not null,
  vastgelegd_op timestamp(6) with time zone not null,
  constraint activiteit_volgnr unique (stap, volgnr)
);
create index activiteit_visie on activiteit (visie);

--changeset besluitroute:003-agenda
--comment Read model of open work; rebuildable from the engine's tasks and the steps
create table agenda_taak (
  taak varchar(64) not null primary key,
  soort varchar(60) not null,
  naam varchar(200) not null,
  visie varchar(60) not null references visie (id),
  stap varchar(200) not null references stap (id),
  orgaan varchar(80),
  gemeente varchar(6),
  groep varchar(80) not null,
  sinds timestamp(6) with time zone not null,
  herinner_op timestamp(6) with time zone,
  verloopt_op timestamp(6) with time zone,
  wacht varchar(20) not null
);
create index agenda_taak_groep on agenda_taak (groep, verloopt_op, taak);
create index agenda_taak_visie on agenda_taak (visie);
create index agenda_taak_stap on agenda_taak (stap);
