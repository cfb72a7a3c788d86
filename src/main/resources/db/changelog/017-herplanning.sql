--liquibase formatted sql

--changeset besluitroute:017-uit-planning
--comment A date that was taken over from the plan goes along with it; one that somebody wrote stands
alter table stap add column uit_planning boolean default false not null;
update stap set uit_planning = true where vergadering is not null;
