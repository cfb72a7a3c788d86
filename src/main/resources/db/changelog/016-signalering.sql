--liquibase formatted sql

--changeset besluitroute:016-mail
--comment A mail that is to go out: its Message-ID is there before the first attempt and never changes.
--comment volgende_op is the next moment to try; who tries puts it ahead, so that nobody else does
create table signaal_mail (
  id uuid not null primary key,
  account varchar(60) references account (naam),
  orgaan varchar(80) references orgaan (id),
  overzicht_van date,
  message_id varchar(200) not null,
  gemaakt_op timestamp(6) with time zone not null,
  staat varchar(20) not null,
  pogingen integer not null,
  volgende_op timestamp(6) with time zone not null,
  fout varchar(1000),
  verzonden_op timestamp(6) with time zone,
  constraint signaal_mail_message_id unique (message_id),
  constraint signaal_mail_een_per_dag unique (account, overzicht_van),
  constraint signaal_mail_ontvanger check (account is not null or orgaan is not null)
);
create index signaal_mail_staat on signaal_mail (staat, volgende_op);

--changeset besluitroute:016-signaal
--comment What somebody is to be told; written in the transaction of the fact
create table signaal (
  id uuid not null primary key,
  account varchar(60) references account (naam),
  orgaan varchar(80) references orgaan (id),
  soort varchar(30) not null,
  dringend boolean not null,
  visie varchar(60) not null references visie (id),
  stap varchar(200) not null references stap (id),
  taak varchar(64),
  wat varchar(200) not null,
  uiterlijk date,
  was varchar(200),
  wordt varchar(200),
  reden varchar(1000),
  gemaakt_op timestamp(6) with time zone not null,
  gelezen_op timestamp(6) with time zone,
  mail uuid references signaal_mail (id),
  constraint signaal_ontvanger check (account is not null or orgaan is not null)
);
create index signaal_account on signaal (account, gemaakt_op);
create index signaal_gemaakt on signaal (gemaakt_op);
create index signaal_mail_van on signaal (mail);

--changeset besluitroute:016-voorkeur
--comment Where and how somebody wants to be told; without an address only on his page
create table signaal_voorkeur (
  account varchar(60) not null primary key references account (naam),
  mail varchar(254),
  overzicht boolean not null,
  dringend boolean not null
);
