--liquibase formatted sql

--changeset besluitroute:023-versie-volgorde
--comment The current version of a vision is the last in its order, of which it has one at each place
alter table versie add constraint versie_volgorde unique (visie, volgorde);
