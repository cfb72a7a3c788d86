--liquibase formatted sql

--changeset besluitroute:025-agenda-onderweg
--comment Read model: also which regional steps of a vision are under way, in the order of the route. Filled at the next start
delete from agenda_kop;
alter table agenda_kop add column onderweg varchar(120) array;
alter table agenda_kop add column onderweg_tekst varchar(200) array;
alter table agenda_kop add column onderweg_edtf varchar(200) array;

--changeset besluitroute:025-agenda-taak-visie
--comment A desk asks for the open work of its visions that is regional or of its own municipality
drop index agenda_taak_visie;
create index agenda_taak_visie on agenda_taak (visie, gemeente, sorteer, taak);

--changeset besluitroute:025-agenda-gemeente
--comment Read model: what a row of a municipality says of its steps, besluiten and information, and not only their ids. Filled at the next start
delete from agenda_gemeente;
alter table agenda_gemeente drop column informering;
alter table agenda_gemeente add column college_soort varchar(40);
alter table agenda_gemeente add column college_toestand varchar(20);
alter table agenda_gemeente add column college_orgaan varchar(80);
alter table agenda_gemeente add column college_aanlevertermijn integer;
alter table agenda_gemeente add column college_nazending_instemming varchar(200);
alter table agenda_gemeente add column college_gepland_tekst varchar(200);
alter table agenda_gemeente add column college_gepland_edtf varchar(200);
alter table agenda_gemeente add column college_werkelijk_tekst varchar(200);
alter table agenda_gemeente add column college_werkelijk_edtf varchar(200);
alter table agenda_gemeente add column raad_soort varchar(40);
alter table agenda_gemeente add column raad_toestand varchar(20);
alter table agenda_gemeente add column raad_orgaan varchar(80);
alter table agenda_gemeente add column raad_aanlevertermijn integer;
alter table agenda_gemeente add column raad_nazending_instemming varchar(200);
alter table agenda_gemeente add column raad_gepland_tekst varchar(200);
alter table agenda_gemeente add column raad_gepland_edtf varchar(200);
alter table agenda_gemeente add column raad_werkelijk_tekst varchar(200);
alter table agenda_gemeente add column raad_werkelijk_edtf varchar(200);
alter table agenda_gemeente add column collegebesluit_datum date;
alter table agenda_gemeente add column collegebesluit_uitkomst varchar(40);
alter table agenda_gemeente add column collegebesluit_versie varchar(20);
alter table agenda_gemeente add column collegebesluit_zekerheid varchar(20);
alter table agenda_gemeente add column raadsbesluit_datum date;
alter table agenda_gemeente add column raadsbesluit_uitkomst varchar(40);
alter table agenda_gemeente add column raadsbesluit_versie varchar(20);
alter table agenda_gemeente add column raadsbesluit_zekerheid varchar(20);
alter table agenda_gemeente add column informering_datum date;
alter table agenda_gemeente add column informering_zekerheid varchar(20);
