--liquibase formatted sql

--changeset besluitroute:005-rollen
--comment Roles of one overleg, with dates; van inclusive, tot exclusive, null is unbounded
alter table toekenning add column orgaan varchar(80) references orgaan (id);
alter table toekenning add column van date;
alter table toekenning add column tot date;
alter table account add column geblokkeerd_op timestamp(6) with time zone;
create index deelname_gemeente on deelname (gemeente, visie);
create index visie_regio_regio on visie_regio (regio, visie);

--changeset besluitroute:005-aanmeldrem
--comment Failed sign-ins by account and address; holds no password
create table aanmeldrem (
  sleutel varchar(200) not null primary key,
  mislukt integer not null,
  laatst timestamp(6) with time zone not null,
  dicht_tot timestamp(6) with time zone
);

--changeset besluitroute:005-vertrouwelijkheid
--comment A mark on a whole vision (no stap, no versie), a step or a version; lifted, never removed
create table vertrouwelijkheid (
  id uuid not null primary key,
  visie varchar(60) not null references visie (id),
  stap varchar(200) references stap (id),
  versie varchar(20),
  niveau varchar(20) not null,
  grond varchar(1000) not null,
  orgaan varchar(80) not null references orgaan (id),
  gemeente varchar(6) references gemeente (code),
  tot date,
  gemarkeerd_account varchar(60) not null,
  gemarkeerd_door varchar(120) not null,
  gemarkeerd_op timestamp(6) with time zone not null,
  opgeheven_door varchar(120),
  opgeheven_op timestamp(6) with time zone,
  opgeheven_reden varchar(4000),
  constraint vertrouwelijkheid_een_ding check (stap is null or versie is null)
);
create index vertrouwelijkheid_visie on vertrouwelijkheid (visie);
alter table journaal add column versie varchar(20);
