--liquibase formatted sql

--changeset besluitroute:012-orgaan
--comment A body that ended is no longer to choose; null while no end is known, tot exclusive
alter table orgaan add column tot date;

--changeset besluitroute:012-contact
--comment How a body is reached: functions, no private persons; what is removed is gone (AVG)
create table contact (
  id uuid not null primary key,
  orgaan varchar(80) not null references orgaan (id),
  functie varchar(120) not null,
  mail varchar(254),
  telefoon varchar(40),
  notitie varchar(1000)
);
create index contact_orgaan on contact (orgaan);
