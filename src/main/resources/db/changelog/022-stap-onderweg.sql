--liquibase formatted sql

--changeset besluitroute:022-stap-onderweg
--comment A desk's row says which steps are under way: a few of the up to fifty of its vision
create index stap_onderweg on stap (visie, toestand, gemeente);
