-- A cable is one copy of a telegram. Where several values stand, the columns position, from 1, and
-- cable_id say whose they are and in what order. A span counts code points of sources.text, from
-- span_start to before span_end. What a copy lost is null.

create table cables (
    id integer primary key,       -- from 1, in the order of the inputs
    name text not null,           -- the input's: a path, mostly
    format text not null,
    mrn text,                     -- as the copy has it: 09SHANGHAI59
    canonical_mrn text,           -- under the post's one name: what references are looked up by
    year integer,
    post text,
    serial integer,
    sent_at text,                 -- ISO 8601, in UTC
    precedence text,
    origin text,
    classification text,          -- null is unknown, which is not UNCLASSIFIED
    captions text not null,       -- a JSON array
    sections integer,
    passing text not null,        -- a JSON array
    executive_order text,
    declassify_on text,           -- a date, or the event as printed
    subject text,
    title text,
    summary text,
    comment text,
    decade integer
);

create table sources (
    cable_id integer primary key references cables (id) on delete cascade,
    data_digest text,             -- sha256 of the bytes
    encoding text,
    encoding_how text,
    text text not null            -- all of the copy; every span counts in it
);

create table metadata (
    id integer primary key,
    cable_id integer not null references cables (id) on delete cascade,
    position integer not null,
    key text not null,
    value text not null
);

create table headings (
    id integer primary key,
    cable_id integer not null references cables (id) on delete cascade,
    position integer not null,
    text text not null,
    span_start integer not null,
    span_end integer not null
);

create table paragraphs (
    id integer primary key,
    cable_id integer not null references cables (id) on delete cascade,
    position integer not null,
    number integer,
    printed text,
    portion text,
    text text not null,
    span_start integer not null,
    span_end integer not null
);

create table "references" (
    id integer primary key,
    cable_id integer not null references cables (id) on delete cascade,
    position integer not null,
    label text,
    kind text not null,
    mrn text,
    canonical_mrn text,
    sent_at text,
    text text not null,
    span_start integer not null,
    span_end integer not null
);

create table addressees (
    id integer primary key,
    cable_id integer not null references cables (id) on delete cascade,
    position integer not null,
    role text not null,           -- action or info
    name text not null,
    routing text,
    precedence text,
    mcn text,
    excluded text not null,       -- a JSON array
    span_start integer not null,
    span_end integer not null
);

create table tags (
    id integer primary key,
    cable_id integer not null references cables (id) on delete cascade,
    position integer not null,
    code text not null,
    kind text not null,
    span_start integer not null,
    span_end integer not null
);

create table signers (
    id integer primary key,
    cable_id integer not null references cables (id) on delete cascade,
    position integer not null,
    name text not null
);

create table classifiers (
    id integer primary key,
    cable_id integer not null references cables (id) on delete cascade,
    position integer not null,
    name text not null,
    title text,
    reasons text not null,        -- a JSON array
    span_start integer not null,
    span_end integer not null
);

create table offices (
    id integer primary key,
    cable_id integer not null references cables (id) on delete cascade,
    position integer not null,
    role text not null,
    code text not null,
    copies integer not null,
    span_start integer not null,
    span_end integer not null
);

create table redactions (
    id integer primary key,
    cable_id integer not null references cables (id) on delete cascade,
    position integer not null,
    code text not null,
    printed text not null,
    reason text not null,
    plugin text not null,
    span_start integer not null,
    span_end integer not null
);

create table repairs (
    id integer primary key,
    cable_id integer not null references cables (id) on delete cascade,
    position integer not null,
    code text not null,
    printed text not null,
    read text not null,
    reason text not null,
    plugin text not null,
    span_start integer not null,
    span_end integer not null
);

create table defects (
    id integer primary key,
    cable_id integer not null references cables (id) on delete cascade,
    position integer not null,
    code text not null,
    message text not null,
    plugin text not null,
    span_start integer,           -- null where nothing stands
    span_end integer
);

create index cables_canonical_mrn on cables (canonical_mrn);
create index cables_sent_at on cables (sent_at);
create index cables_post on cables (post);
create index metadata_cable_id on metadata (cable_id);
create index headings_cable_id on headings (cable_id);
create index paragraphs_cable_id on paragraphs (cable_id);
create index references_cable_id on "references" (cable_id);
create index references_canonical_mrn on "references" (canonical_mrn);
create index addressees_cable_id on addressees (cable_id);
create index addressees_name on addressees (name);
create index tags_cable_id on tags (cable_id);
create index tags_code on tags (code);
create index signers_cable_id on signers (cable_id);
create index signers_name on signers (name);
create index classifiers_cable_id on classifiers (cable_id);
create index offices_cable_id on offices (cable_id);
create index redactions_cable_id on redactions (cable_id);
create index repairs_cable_id on repairs (cable_id);
create index defects_cable_id on defects (cable_id);
create index defects_code on defects (code);

-- Full text, kept true by triggers: whoever changes a subject or a paragraph changes the index too.

create virtual table cables_fts using fts5 (
    subject, content = 'cables', content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
create trigger cables_inserted after insert on cables begin
    insert into cables_fts (rowid, subject) values (new.id, new.subject);
end;
create trigger cables_deleted after delete on cables begin
    insert into cables_fts (cables_fts, rowid, subject) values ('delete', old.id, old.subject);
end;
create trigger cables_updated after update on cables begin
    insert into cables_fts (cables_fts, rowid, subject) values ('delete', old.id, old.subject);
    insert into cables_fts (rowid, subject) values (new.id, new.subject);
end;

create virtual table paragraphs_fts using fts5 (
    text, content = 'paragraphs', content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
create trigger paragraphs_inserted after insert on paragraphs begin
    insert into paragraphs_fts (rowid, text) values (new.id, new.text);
end;
create trigger paragraphs_deleted after delete on paragraphs begin
    insert into paragraphs_fts (paragraphs_fts, rowid, text) values ('delete', old.id, old.text);
end;
create trigger paragraphs_updated after update on paragraphs begin
    insert into paragraphs_fts (paragraphs_fts, rowid, text) values ('delete', old.id, old.text);
    insert into paragraphs_fts (rowid, text) values (new.id, new.text);
end;

-- Who refers to whom. referred_id is the first copy of the cable that is referred to, null where
-- the archive has none.
create view reference_graph as
select
    referring.id as referring_id,
    referring.canonical_mrn as referring_mrn,
    reference.canonical_mrn as referred_mrn,
    (
        select min(id) from cables as referred
        where referred.canonical_mrn = reference.canonical_mrn
    ) as referred_id,
    reference.label,
    reference.text
from "references" as reference
join cables as referring on referring.id = reference.cable_id
where reference.canonical_mrn is not null;

-- What copies of each format lost: how many have a defect of this code, and what share that is.
create view losses_by_format as
select
    cables.format,
    defects.code,
    count(*) as defects,
    count(distinct defects.cable_id) as cables,
    round(
        1.0 * count(distinct defects.cable_id) / (
            select count(*) from cables as every where every.format = cables.format
        ), 4
    ) as share
from defects
join cables on cables.id = defects.cable_id
group by cables.format, defects.code;
