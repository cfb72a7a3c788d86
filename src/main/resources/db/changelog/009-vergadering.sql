--liquibase formatted sql

--changeset besluitroute:009-vergadering
--comment The order of a meeting's items, where the secretary chose one
create table agendapunt (
  orgaan varchar(80) not null references orgaan (id),
  dag date not null,
  stap varchar(200) not null references stap (id),
  plaats integer not null,
  primary key (orgaan, dag, stap)
);
create index stap_orgaan on stap (orgaan);
create index behandeling_orgaan on behandeling (orgaan, datum);
