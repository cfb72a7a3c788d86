--liquibase formatted sql

--changeset besluitroute:018-opschorting
--comment A suspended vision: since when and why; both empty while it goes on
alter table visie add column opgeschort_op timestamp(6) with time zone;
alter table visie add column opgeschort_reden varchar(4000);
