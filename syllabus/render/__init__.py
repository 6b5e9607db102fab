"""From values to HTML fragments. Each table is computed once; web and paper draw the same one."""
