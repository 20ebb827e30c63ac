export { dropOldMessages } from './drop-old-messages.server.ts';
export { keepSending, stopSending } from './keep-sending.server.ts';
export { listMessages, type ListedMessage, type MessageList } from './list-messages.server.ts';
export { queueMessage } from './queue-message.server.ts';
export { readDemoOutbox } from './read-outbox.server.ts';
export { resendMessage } from './resend-message.server.ts';
export { senders } from './senders/choose-senders.server.ts';
