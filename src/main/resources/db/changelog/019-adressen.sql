--liquibase formatted sql

--changeset besluitroute:019-adres
--comment An address that its owner did not confirm yet, or of a contact also that he did: at most one
--comment for each who is told. Without a sleutel the mail that asks him is still to be made
create table signaal_adres (
  id varchar(100) not null primary key,
  account varchar(60) references account (naam),
  orgaan varchar(80) references orgaan (id),
  adres varchar(254) not null,
  sleutel varchar(64),
  geldig_tot timestamp(6) with time zone,
  bevestigd_op timestamp(6) with time zone,
  constraint signaal_adres_sleutel unique (sleutel),
  constraint signaal_adres_van check (account is not null or orgaan is not null)
);
alter table signaal_mail add column bevestigt varchar(100);

--changeset besluitroute:019-ongevraagd
--comment Addresses from before were never proven: each is asked for once more
insert into signaal_adres (id, account, adres)
select 'account/' || account, account, mail from signaal_voorkeur where mail is not null;
update signaal_voorkeur set mail = null;
