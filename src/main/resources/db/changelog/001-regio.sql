--liquibase formatted sql

--changeset besluitroute:001-regio
--comment Regions, municipalities, membership over time and bodies
create table regio (
  code varchar(10) not null primary key,
  naam varchar(120) not null
);
create table gemeente (
  code varchar(6) not null primary key,
  naam varchar(120) not null
);
-- van inclusive, tot exclusive; null is unbounded
create table lidmaatschap (
  id uuid not null primary key,
  regio varchar(10) not null references regio (code),
  gemeente varchar(6) not null references gemeente (code),
  van date,
  tot date
);
create index lidmaatschap_regio on lidmaatschap (regio);
create index lidmaatschap_gemeente on lidmaatschap (gemeente);
create table orgaan (
  id varchar(80) not null primary key,
  naam varchar(120) not null,
  soort varchar(40) not null,
  regio varchar(10) references regio (code),
  gemeente varchar(6) references gemeente (code),
  constraint orgaan_hoort_bij_een check ((regio is null) <> (gemeente is null))
);
create index orgaan_regio on orgaan (regio);
create index orgaan_gemeente on orgaan (gemeente);
