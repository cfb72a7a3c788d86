--liquibase formatted sql

--changeset besluitroute:014-visieplanning
--comment A step stands on a meeting of its body; a vision may have the day on which all is decided
alter table stap add column vergadering uuid references vergaderdatum (id);
create index stap_vergadering on stap (vergadering);
alter table visie add column streefdatum date;
