declare module "virtual:fluent-themes.css";
declare module "*.css";
