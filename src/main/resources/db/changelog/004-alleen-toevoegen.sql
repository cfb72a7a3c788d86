--liquibase formatted sql

--changeset besluitroute:004-postgresql dbms:postgresql splitStatements:false
--comment What is recorded is never changed or removed, whoever connects to the database
create function weiger_wijziging() returns trigger language plpgsql as $$
begin
  raise exception 'Tabel % is alleen om toe te voegen', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger journaal_alleen_toevoegen before update or delete on journaal
  for each row execute function weiger_wijziging();
create trigger duiding_alleen_toevoegen before update or delete on duiding
  for each row execute function weiger_wijziging();
create trigger versie_alleen_toevoegen before update or delete on versie
  for each row execute function weiger_wijziging();
create trigger versie_onderdeel_alleen_toevoegen before update or delete on versie_onderdeel
  for each row execute function weiger_wijziging();
create trigger journaal_niet_legen before truncate on journaal
  for each statement execute function weiger_wijziging();
create trigger duiding_niet_legen before truncate on duiding
  for each statement execute function weiger_wijziging();
create trigger versie_niet_legen before truncate on versie
  for each statement execute function weiger_wijziging();
create trigger versie_onderdeel_niet_legen before truncate on versie_onderdeel
  for each statement execute function weiger_wijziging();

--changeset besluitroute:004-h2 dbms:h2
create trigger journaal_alleen_toevoegen before update, delete on journaal
  for each row call 'nl.besluitroute.journaal.AlleenToevoegen';
create trigger duiding_alleen_toevoegen before update, delete on duiding
  for each row call 'nl.besluitroute.journaal.AlleenToevoegen';
create trigger versie_alleen_toevoegen before update, delete on versie
  for each row call 'nl.besluitroute.journaal.AlleenToevoegen';
create trigger versie_onderdeel_alleen_toevoegen before update, delete on versie_onderdeel
  for each row call 'nl.besluitroute.journaal.AlleenToevoegen';
