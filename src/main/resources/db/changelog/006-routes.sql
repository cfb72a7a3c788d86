--liquibase formatted sql

--changeset besluitroute:006-regioroute
--comment A route that a region brought in; a route without a row here belongs to all regions
create table regioroute (
  sleutel varchar(60) not null primary key,
  regio varchar(10) not null references regio (code),
  ingetrokken_op timestamp(6) with time zone,
  slot bigint not null
);
create index regioroute_regio on regioroute (regio);
-- versie: id of the version that the engine deployed; kenmerk: SHA-256 of the drawing
create table routeversie (
  versie varchar(64) not null primary key,
  route varchar(60) not null references regioroute (sleutel),
  regio varchar(10) not null references regio (code),
  volgnummer integer not null,
  naam varchar(120) not null,
  kenmerk varchar(64) not null,
  toelichting varchar(4000) not null,
  ingebracht_door varchar(120) not null,
  ingebracht_op timestamp(6) with time zone not null,
  constraint routeversie_volgnummer unique (route, volgnummer)
);

--changeset besluitroute:006-routeconcept
--comment A drawing between preview and use; removed when used, withdrawn or a day old
create table routeconcept (
  id uuid not null primary key,
  regio varchar(10) not null references regio (code),
  bestandsnaam varchar(200) not null,
  bpmn bytea not null,
  account varchar(60) not null,
  bewaard_op timestamp(6) with time zone not null
);
create index routeconcept_bewaard on routeconcept (bewaard_op);

--changeset besluitroute:006-visie-route
create index visie_route on visie (route);
