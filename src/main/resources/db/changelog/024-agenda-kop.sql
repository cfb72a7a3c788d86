--liquibase formatted sql

--changeset besluitroute:024-agenda-kop
--comment Read model: what every list says of a vision. Filled at the next start
create table agenda_kop (
  visie varchar(60) not null primary key references visie (id),
  titel varchar(200) not null,
  regio varchar(10) not null references regio (code),
  mede_regio varchar(10) references regio (code),
  afgerond boolean not null,
  opgeschort_op timestamp(6) with time zone,
  versie varchar(20),
  versiedatum date,
  kenmerk varchar(64),
  gemeenten integer not null,
  waarde varchar(20),
  vastgesteld integer,
  afwijkend integer,
  niet integer,
  zin varchar(1000),
  vast_op date
);
