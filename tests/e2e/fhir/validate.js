// Judges the FHIR documents in a folder by HL7's own R4 definitions, which the
// package `fhir` carries:
//
//   node validate.js FOLDER
//
// Prints a line for each kind of document and locale, as tests/support/tally.py
// reads it, and what is wrong to stderr. Each document must be valid; and so that the validator is known to
// look, each must be found invalid once it is damaged.
'use strict';

const fs = require('fs');
const path = require('path');
const {Fhir} = require('fhir');

const validator = new Fhir();

// What is wrong with a resource. A value set that lives elsewhere is no fault.
function faults(resource) {
  return validator.validate(resource, {errorOnUnexpected: true}).messages
      .filter((message) => message.severity !== 'info')
      .map((message) => `${message.location}: ${message.message}`);
}

// The first answer of a response, however deep.
function firstAnswer(items) {
  for (const item of items || []) {
    const found = item.answer ? item.answer[0] : firstAnswer(item.item);
    if (found) return found;
  }
  return undefined;
}

// Ways to damage a document, by resource type.
const DAMAGES = {
  Questionnaire: {
    'no status': (doc) => delete doc.status,
    'a status that is none': (doc) => doc.status = 'served',
    'an item without link id': (doc) => delete doc.item[0].linkId,
    'an item of no type': (doc) => doc.item[0].type = 'yes-no',
    'a property that is none': (doc) => doc.items = [],
  },
  QuestionnaireResponse: {
    'no status': (doc) => delete doc.status,
    'a status that is none': (doc) => doc.status = 'done',
    'a time that is none': (doc) => doc.authored = 'yesterday',
    'a property that is none': (doc) => doc.answers = [],
    'an answer that is none': (doc) => {
      const answer = firstAnswer(doc.item);
      if (answer) answer.valueBoolean = 'maybe';
      return answer !== undefined;
    },
  },
};

// Damages of this document that went unseen.
function unseen(text, type) {
  return Object.entries(DAMAGES[type])
      .filter(([, damage]) => {
        const doc = JSON.parse(text);
        return damage(doc) !== false && faults(doc).length === 0;
      })
      .map(([name]) => name);
}

// What is wrong with one document, damage unseen included.
function problems(name, text) {
  const type = JSON.parse(text).resourceType;
  if (!(type in DAMAGES)) return [`${name}: a resource of type ${type}`];
  return faults(JSON.parse(text))
      .concat(unseen(text, type)
          .map((damage) => `the validator lets pass: ${damage}`))
      .map((problem) => `${name}: ${problem}`);
}

// Files are named KIND.LOCALE.json, or KIND-NUMBER.LOCALE.json.
function main(folder) {
  const found = {};  // "visit.en" -> what is wrong in any of its documents
  for (const name of fs.readdirSync(folder).sort()) {
    const check = name.replace(/(-\d+)?\.(\w+)\.json$/, '.$2');
    const text = fs.readFileSync(path.join(folder, name), 'utf8');
    found[check] = (found[check] || []).concat(problems(name, text));
  }
  if (Object.keys(found).length === 0) found.documents = ['there are none'];
  for (const [check, wrong] of Object.entries(found)) {
    console.log(`${wrong.length === 0 ? 'passed' : 'failed'} fhir/${check}`);
    for (const problem of wrong) console.error(`fhir: ${problem}`);
  }
}

main(process.argv[2]);
