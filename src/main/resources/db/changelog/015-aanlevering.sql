--liquibase formatted sql

--changeset besluitroute:015-nazenden
--comment Stukken may come after their term, with the chair's consent, for the meeting as it is planned now
alter table stap add column nazending_instemming varchar(200);
alter table stap add column nazending_reden varchar(4000);
alter table behandeling add column nagezonden varchar(200);

--changeset besluitroute:015-schriftelijke-ronde
--comment A step of an overleg may be a schriftelijke ronde: its date is then the last day for reactions
alter table stap add column schriftelijk boolean default false not null;
alter table behandeling add column schriftelijk boolean default false not null;
