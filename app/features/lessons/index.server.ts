export { checkPractice, type PracticeOutcome, type PracticeResult } from './check-practice.server.ts';
export { isCitable, readFacts, readSources, type Fact } from './fact.source.server.ts';
export { getLessonNames } from './get-lesson-names.server.ts';
export { getLesson, type LessonView } from './get-lesson.server.ts';
export { getTopic, type LessonCard, type TopicView } from './get-topic.server.ts';
export { countWords } from './lesson-html.ts';
export { readTopicFiles, type AuthoredLesson, type AuthoredTopic } from './lesson.files.server.ts';
export { listTopics, type TopicCard } from './list-topics.server.ts';
export { markLessonRead } from './mark-lesson-read.server.ts';
