--liquibase formatted sql

--changeset besluitroute:007-route
--comment How the token enters a step after a change of the route, and a treatment that was broken off by it
alter table stap add column ingang varchar(20);
alter table behandeling add column vervallen boolean default false not null;

--changeset besluitroute:007-correctie
--comment What stood in a besluit or a conclusion before it was corrected; append-only
alter table besluit add column uitgave integer default 0 not null;
alter table behandeling add column uitgave integer default 0 not null;
alter table duiding add column uitgave integer default 0 not null;
create table correctie (
  id uuid not null primary key,
  visie varchar(60) not null references visie (id),
  stap varchar(200) not null references stap (id),
  besluit uuid references besluit (id),
  behandeling uuid references behandeling (id),
  volgnr integer not null,
  datum date,
  uitkomst varchar(40) not null,
  versie varchar(20),
  dictum varchar(10000),
  nummer varchar(200),
  amendement varchar(10000),
  toelichting varchar(4000),
  zekerheid varchar(20),
  bron varchar(1000),
  vastgelegd_door varchar(120),
  vastgelegd_op timestamp(6) with time zone,
  bevestigd_door varchar(120),
  bevestigd_op timestamp(6) with time zone,
  reden varchar(4000) not null,
  gecorrigeerd_door varchar(120) not null,
  gecorrigeerd_op timestamp(6) with time zone not null
);
create index correctie_visie on correctie (visie);

--changeset besluitroute:007-postgresql dbms:postgresql splitStatements:false
create trigger correctie_alleen_toevoegen before update or delete on correctie
  for each row execute function weiger_wijziging();
create trigger correctie_niet_legen before truncate on correctie
  for each statement execute function weiger_wijziging();

--changeset besluitroute:007-h2 dbms:h2
create trigger correctie_alleen_toevoegen before update, delete on correctie
  for each row call 'nl.besluitroute.journaal.AlleenToevoegen';
