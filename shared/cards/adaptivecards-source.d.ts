// adaptivecards-templating points its types at the uncompiled source of adaptivecards; nothing of it is used here.
export {};
