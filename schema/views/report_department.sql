CREATE VIEW report_department AS
-- One row per department, with its codes.
SELECT code AS department_code, ubigeo AS department_ubigeo, name AS department FROM department
