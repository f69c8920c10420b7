-- The import that found that two customers are one; NULL for people's merges. Undoing the import undoes the merge.
ALTER TABLE customer_merge ADD COLUMN batch_id INTEGER REFERENCES import_batch (id);
