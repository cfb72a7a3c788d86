--liquibase formatted sql

--changeset besluitroute:008-werk
--comment Open work, made anew: it is rebuilt at the next start. It sorts by its term, what has none last
drop table agenda_taak;
create table agenda_taak (
  taak varchar(64) not null primary key,
  soort varchar(60) not null,
  naam varchar(200) not null,
  visie varchar(60) not null references visie (id),
  stap varchar(200) not null references stap (id),
  stapsoort varchar(40) not null,
  regio varchar(10) not null,
  mede_regio varchar(10),
  orgaan varchar(80),
  gemeente varchar(6),
  groep varchar(80) not null,
  sinds timestamp(6) with time zone not null,
  herinner_op timestamp(6) with time zone,
  verloopt_op timestamp(6) with time zone,
  sorteer timestamp(6) with time zone not null,
  wacht varchar(20) not null,
  toegewezen varchar(60),
  opvolgen_op date
);
create index agenda_taak_groep on agenda_taak (groep, sorteer, taak);
create index agenda_taak_gemeente on agenda_taak (gemeente, sorteer, taak);
create index agenda_taak_regio on agenda_taak (regio, sorteer, taak);
create index agenda_taak_mede_regio on agenda_taak (mede_regio, sorteer, taak);
create index agenda_taak_visie on agenda_taak (visie, sorteer, taak);
create index agenda_taak_stap on agenda_taak (stap);
create index agenda_taak_toegewezen on agenda_taak (toegewezen, sorteer, taak);
create index agenda_taak_opvolgen on agenda_taak (opvolgen_op);

--changeset besluitroute:008-werkafspraak
--comment Who does a piece of work and when to come back to it: no read model
create table werkafspraak (
  taak varchar(64) not null primary key,
  toegewezen varchar(60) references account (naam),
  opvolgen_op date
);

--changeset besluitroute:008-gemeente
--comment Read model: a vision in a municipality. Ids of what is to be shown; days sort, 9999-12-31 is none
create table agenda_gemeente (
  visie varchar(60) not null references visie (id),
  gemeente varchar(6) not null,
  wat varchar(20) not null,
  fase varchar(20) not null,
  lopend boolean not null,
  besloten boolean not null,
  college varchar(200),
  raad varchar(200),
  collegebesluit uuid,
  raadsbesluit uuid,
  informering uuid,
  raad_dag date not null,
  besluit_dag date not null,
  primary key (visie, gemeente)
);
create index agenda_gemeente_raad on agenda_gemeente (gemeente, lopend, raad_dag, visie);

--changeset besluitroute:008-visie
--comment Read model: a vision in each of its regions; laatste_dag sorts, 0001-01-01 is none
create table agenda_visie (
  regio varchar(10) not null references regio (code),
  visie varchar(60) not null references visie (id),
  lopend boolean not null,
  te_besluiten integer not null,
  zonder_datum integer not null,
  laatste_dag date not null,
  bepaalt varchar(6),
  primary key (visie, regio)
);
create index agenda_visie_dag on agenda_visie (regio, lopend, laatste_dag, visie);

--changeset besluitroute:008-gewijzigd
--comment What changed since a moment is asked by vision and moment
create index journaal_visie_tijdstip on journaal (visie, tijdstip, id);
drop index journaal_visie;

--changeset besluitroute:008-prive
--comment What somebody keeps for himself
create table volgt (
  account varchar(60) not null references account (naam),
  visie varchar(60) not null references visie (id),
  sinds timestamp(6) with time zone not null,
  bekeken timestamp(6) with time zone not null,
  primary key (account, visie)
);
create table bewaard_filter (
  account varchar(60) not null references account (naam),
  naam varchar(60) not null,
  vraag varchar(500) not null,
  primary key (account, naam)
);
